import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { breakOnePlace } from './break-one-place.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.break', import.meta.url)),
  // Vitest keeps transformed modules on disk and would hand out the unbroken one.
  test: { fsModuleCache: false },
  plugins: [breakOnePlace],
});
