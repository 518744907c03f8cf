import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { repositoryFiles, textOf } from './repository-files.ts';

// The two pages are built; everything else is run by Node as it stands, which reads a little less of TypeScript than its compiler does.
const run = repositoryFiles().filter((file) => /(?<!\.d)\.ts$/.test(file) && !/^apps\/(miniprogram|desk)\/(src|config)\//.test(file));

test('Node 直接运行的每个文件，它都读得懂', () => {
  expect(run.length).toBeGreaterThan(1000);
  const unreadable = run.flatMap((file) => {
    try {
      stripTypeScriptTypes(textOf(file) ?? '');
      return [];
    } catch (error) {
      return [`${file}: ${error instanceof Error ? error.message : error}`];
    }
  });
  expect(unreadable).toEqual([]);
});
