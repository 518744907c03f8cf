import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

// What the preview of an assessment adds to the mini-program, minified (issue 3: at most 120 kB).
it('what the preview needs is at most 120 kB minified', async () => {
  const built = await build({
    stdin: {
      contents: "export { assess, explainReceipt, NOTICES, outlookText, questionFor } from '@assist/policy-chongqing/preview';",
      resolveDir: join(root, 'test'),
    },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2019',
    write: false,
  });
  const bytes = built.outputFiles[0]?.contents.byteLength ?? 0;
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(120_000);
});
