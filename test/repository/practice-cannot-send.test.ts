import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.resolve(import.meta.dirname, '../../apps/miniprogram/src');
/** Where requests, the account, what waits to be sent and what is kept of a person live: nothing of it may be within reach. */
const SENDS =
  /^(application\/|platform\/(api|send|send-once|session|secret|account|acting|upload-file|file-upload|file-pieces|login|face|recorder|kept-files|choose-photos|choose-video|my-[a-z]+|sealed-[a-z]+)(\.h5)?\.ts)/;
const SPEAKS =
  /\b(Taro|wx)\.(request|uploadFile|downloadFile|connectSocket|sendSocketMessage|chooseMedia|chooseImage)\b|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/;

/** Every file that a page loads, by its imports; a browser's own twin counts too. */
function within(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(path.join(source, file), 'utf8');
    for (const [, from] of text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)) {
      if (!from?.startsWith('.') && !from?.startsWith('@/')) continue;
      const base = from.startsWith('@/') ? from.slice(2) : path.join(path.dirname(file), from);
      const found = ['', '.ts', '.tsx', '.h5.ts', '.h5.tsx', '/index.ts', '/index.tsx']
        .map((end) => base + end)
        .filter((one) => /\.tsx?$/.test(one) && existsSync(path.join(source, one)));
      for (const one of found) visit(one);
    }
  };
  visit(entry);
  return [...seen].map((file) => file.replaceAll('\\', '/'));
}
const sending = (files: readonly string[]): string[] =>
  files.filter((file) => SENDS.test(file) || SPEAKS.test(readFileSync(path.join(source, file), 'utf8')));

test('练习页碰得到的每一个文件里，没有一个会发请求、会存资料、会开相机', () => {
  const files = within('packages/know/pages/practice/index.tsx');
  expect(files).toContain('components/page.tsx');
  expect(files).toContain('platform/navigate.ts');
  expect(sending(files)).toEqual([]);
});

test('这样查得出来：真的申请那一页就碰得到', () => {
  expect(sending(within('packages/apply/pages/review/index.tsx'))).toContain('platform/api.ts');
});
