import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';

// Taro ends with 0 on an invalid configuration and writes nothing, so the output is what decides.
const kind = process.argv[2];
const proof = { weapp: 'app.json', h5: 'index.html' }[kind ?? ''];
if (!kind || !proof) {
  console.error('用法：node scripts/build.ts weapp|h5');
  process.exit(2);
}
const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist', kind);
rmSync(dist, { recursive: true, force: true });
const taro = path.join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro');
const run = spawnSync(process.execPath, [taro, 'build', '--type', kind], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
if (run.status !== 0 || !existsSync(path.join(dist, proof))) {
  console.error(`没有构建出 dist/${kind}/${proof}`);
  process.exit(1);
}
