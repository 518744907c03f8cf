import { expect, test } from 'vitest';
import { encryptPush } from './pushes.ts';

test('官方样例：回复的密文一字不差', () => {
  expect(encryptPush('A'.repeat(43), '{"demo_resp":"good luck"}', 'wxba5fad812f8e6fb9', '707722b803182950')).toBe(
    'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
  );
});
