import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.ts';

// `npm test` runs every *.test.ts of these projects, `npm run test:long` every *.long.ts; test/repository checks that none is in neither.
const kind = process.env.TEST_KIND === 'long' ? 'long' : 'test';
const tests = (folder: string) => `${folder}/**/*.${kind}.{ts,tsx}`;
const never = ['**/node_modules/**', '**/dist/**', '**/.data/**', '**/.cache/**'];

const database = 'test/setup/database.ts';

export default defineConfig({
  test: {
    // Two cores: one worker each, and a machine that does other things beside.
    maxWorkers: 2,
    // So long only on a machine that does twenty other things: what hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A state is waited for, as long as it may take: a second is soon gone there.
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'unit', include: [tests('packages'), tests('apps')], exclude: [...never, 'apps/bff/**'] } },
      // Each file has a database of its own and no module holds anything: what a worker has read it reads once, a quarter of the time.
      { extends: true, test: { name: 'database', include: [tests('apps/bff')], exclude: never, globalSetup: database, isolate: false } },
      { extends: true, test: { name: 'repository', include: [tests('test')], exclude: [...never, 'test/journeys/**'] } },
      {
        extends: true,
        // Browsers and whole systems, after the rest: two at once, each waits for its pages more than it works.
        test: {
          name: 'journeys',
          include: [tests('test/journeys')],
          exclude: never,
          globalSetup: database,
          testTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
