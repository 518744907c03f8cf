import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { breakOnePlace } from './break-one-place.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The same for tests of other rooms, with the database that they need. */
export default defineConfig({
  root,
  cacheDir: fileURLToPath(new URL('../node_modules/.break', import.meta.url)),
  test: { fsModuleCache: false, globalSetup: `${root}test/setup/database.ts`, testTimeout: 120_000, hookTimeout: 120_000 },
  plugins: [breakOnePlace],
});
