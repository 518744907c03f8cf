import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coverageLines, familyOf } from './coverage.ts';

test('一页一页地算；几页都说的，合计里只算一句', () => {
  const spoken = [
    { family: 'pages/home', fixed: new Set(['急事', '您好']), changing: 1 },
    { family: 'packages/apply', fixed: new Set(['急事']), changing: 0 },
    { family: 'pages/home', fixed: new Set(['打电话']), changing: 2 },
    { family: 'platform', fixed: new Set<string>(), changing: 0 },
  ];
  expect(coverageLines(spoken, (sentence) => sentence === '急事')).toEqual([
    'packages/apply\t有录音 1／1 句（100%）\t带名字和数、录不了的 0 句',
    'pages/home\t有录音 1／3 句（33%）\t带名字和数、录不了的 3 句',
    '合计\t有录音 1／3 句（33%）\t带名字和数、录不了的 3 句',
  ]);
});

test('哪一页的，看它在哪个文件夹', () => {
  expect(['pages/home/_parts/a.tsx', 'packages/apply/pages/tasks/index.tsx', 'wording/day.ts', 'routes.ts'].map(familyOf)).toEqual([
    'pages/home',
    'packages/apply',
    'wording',
    'routes',
  ]);
});

test('命令印出要念的每一句和它的号；旁边印出一页一页有多少有了录音', () => {
  const script = path.resolve(import.meta.dirname, '..', 'sentences.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  const [sentences, coverage] = [stdout, stderr].map((text) => text.trim().split('\n'));
  expect(status).toBe(0);
  expect(sentences?.filter((line) => !/^[0-9a-f]{12}\t\p{Script=Han}?/u.test(line))).toEqual([]);
  expect(coverage?.some((line) => line.startsWith('pages/home\t有录音 '))).toBe(true);
  expect(coverage?.at(-1)).toMatch(new RegExp(`^合计\\t有录音 \\d+／${sentences?.length} 句`));
});
