import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const { BREAK_FILE = '', BREAK_FIND = '', BREAK_REPLACE = '' } = process.env;

/** Breaks one place of one source file as it is loaded; nothing on disk changes. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.break', import.meta.url)),
  // Vitest keeps transformed modules on disk and would hand out the unbroken one.
  test: { fsModuleCache: false },
  plugins: [
    {
      name: 'break-one-place',
      enforce: 'pre',
      transform(code, id) {
        if (BREAK_FILE === '' || !id.endsWith(`/${BREAK_FILE}`)) return undefined;
        if (!code.includes(BREAK_FIND)) throw new Error(`nothing to break in ${BREAK_FILE}`);
        return code.replace(BREAK_FIND, () => BREAK_REPLACE);
      },
    },
  ],
});
