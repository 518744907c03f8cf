import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

// WeChat takes 2 MB a package and 30 MB in all; our own budgets are tighter, for slow lines and old phones.
const KB = 1024;
const MAIN_BUDGET = 1.2 * KB * KB;
const SUB_BUDGET = KB * KB;
const ALL_LIMIT = 30 * KB * KB;

const dist = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..', 'dist', 'weapp'));
if (!existsSync(path.join(dist, 'app.json'))) {
  console.error('先构建：pnpm --filter @assist/miniprogram build:weapp');
  process.exit(1);
}

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (file) => statSync(path.join(dist, file)).isFile() && !/\.(map|LICENSE\.txt)$|^project\./.test(file),
);
const bytes = (list: readonly string[]): number => list.reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0);

const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as Record<string, { root: string }[] | undefined>;
const roots = (app.subPackages ?? app.subpackages ?? []).map((sub) => `${sub.root.replace(/\/$/, '')}/`);
const packages = [
  { name: '主包', size: bytes(files.filter((file) => !roots.some((root) => file.startsWith(root)))), budget: MAIN_BUDGET },
  ...roots.map((root) => ({ name: root, size: bytes(files.filter((file) => file.startsWith(root))), budget: SUB_BUDGET })),
  { name: '全部', size: bytes(files), budget: ALL_LIMIT },
];

let over = false;
for (const { name, size, budget } of packages) {
  const tooLarge = size > budget;
  over ||= tooLarge;
  console.log(`${tooLarge ? '超了' : '可以'}  ${name}  ${Math.round(size / KB)} KB / ${Math.round(budget / KB)} KB`);
}
process.exit(over ? 1 : 0);
