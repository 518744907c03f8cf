import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const journeys = path.join(root, 'test/journeys');

test('每个看版面的故事，长的那一遍也看：三种宽度', () => {
  const sweeping = globSync('*.test.ts', { cwd: journeys }).filter((name) =>
    /\bsweep\(/.test(readFileSync(path.join(journeys, name), 'utf8')),
  );
  expect(sweeping.length).toBeGreaterThan(3);
  const long = new Set(globSync('*.long.ts', { cwd: journeys }));
  expect(sweeping.filter((name) => !long.has(name.replace('.test.ts', '.long.ts')))).toEqual([]);
});

test('长辈版只是页面根上的类名：看它画得不一样的，只有带底栏的几页（版面测试靠这一条）', () => {
  const pages = path.join(root, 'apps/miniprogram/src');
  const knowing = globSync('**/*.{ts,tsx}', { cwd: pages }).filter((name) =>
    /\buseViewing\(/.test(readFileSync(path.join(pages, name), 'utf8')),
  );
  expect(knowing.sort()).toEqual([
    'components/page.tsx',
    'components/tab-bar.tsx',
    'pages/home/_parts/big-words-question.tsx',
    'pages/home/index.tsx',
    'pages/mine/_parts/big-words.tsx',
  ]);
});
