import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessTokens } from './access-tokens.ts';
import { canonicalJson } from './canonical-json.ts';
import { clearCode, normaliseCode, problemNumber } from './codes.ts';
import { fieldCipher } from './field-cipher.ts';
import { generateKeys } from './generated-keys.ts';
import { keyedHash } from './keyed-hash.ts';

const key = (id: string, fill: number) => ({ id, bytes: Buffer.alloc(32, fill) });

describe('加密', () => {
  const cipher = fieldCipher([key('k1', 1)]);
  it('打得开，每次的密文不一样', () => {
    expect(cipher.openText('a', cipher.seal('a', '李素芬'))).toBe('李素芬');
    expect(cipher.seal('a', '李素芬').equals(cipher.seal('a', '李素芬'))).toBe(false);
  });

  it('换了地方、改了一个比特、换了钥匙，都打不开，话里不带内容', () => {
    const sealed = cipher.seal('account.name:1', '李素芬');
    expect(() => cipher.openText('account.name:2', sealed)).toThrow();
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => cipher.openText('account.name:1', changed)).toThrow(/^(?!.*李素芬)/);
    }
    expect(() => fieldCipher([key('k1', 2)]).openText('account.name:1', sealed)).toThrow();
  });

  it('换钥匙：新的用新钥匙，旧的照样打得开', () => {
    const later = fieldCipher([key('k2', 2), key('k1', 1)]);
    expect(later.openText('a', cipher.seal('a', '旧的'))).toBe('旧的');
    expect(() => cipher.openText('a', later.seal('a', '新的'))).toThrow('key unknown');
  });
});

describe('指纹', () => {
  it('字段先后不同，指纹相同；内容不同，指纹不同', () => {
    const hash = keyedHash(Buffer.alloc(32, 3));
    expect(hash.fingerprint('a', { x: 1, y: [{ b: 2, a: undefined }] })).toEqual(hash.fingerprint('a', { y: [{ b: 2 }], x: 1 }));
    expect(hash.fingerprint('a', { x: 1 })).not.toEqual(hash.fingerprint('a', { x: '1' }));
    expect(hash.fingerprint('a', { x: 1 })).not.toEqual(hash.fingerprint('b', { x: 1 }));
    expect(keyedHash(Buffer.alloc(32, 4)).find('n', '1')).not.toEqual(hash.find('n', '1'));
  });

  it('规范写法读回来还是那个值，再写一次还是那样', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 20261122 },
    );
  });
});

it('给人念的码没有 0 O 1 I L', () => {
  for (let i = 0; i < 300; i++) expect(clearCode(8)).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  expect(problemNumber()).toMatch(/^.{3}-.{3}$/);
  expect(normaliseCode(' w7k－3ｑ９ ')).toBe('W7K3Q9');
});

it('登录凭据：钥匙换过以后，旧钥匙签的到期前还能用', async () => {
  let now = Date.UTC(2026, 10, 22);
  const clock = () => now;
  const before = accessTokens([key('t1', 5)], clock);
  const token = await before.sign({ accountId: 'a', familyId: 'f' });
  const after = accessTokens([key('t2', 6), key('t1', 5)], clock);
  expect(await after.check(token)).toEqual({ kind: 'ok', bearer: { accountId: 'a', familyId: 'f' } });
  expect(await accessTokens([key('t2', 6)], clock).check(token)).toEqual({ kind: 'invalid' });
  // Remembered or not, it ends after fifteen minutes.
  now += 15 * 60_000;
  expect(await after.check(token)).toEqual({ kind: 'expired' });
  expect(await before.check(token)).toEqual({ kind: 'expired' });
});

it('生成的钥匙每次不同', () => {
  expect(generateKeys()).not.toEqual(generateKeys());
});
