// `npm run cases -- …`: the BFF's command with the environment of the running system; with DATABASE_URL given, with the environment as it is.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { keptBffEnvironment } from './bff-environment.ts';
import { quick, root } from './folders.ts';

const environment = process.env.DATABASE_URL ? {} : keptBffEnvironment();
if (!environment && process.argv[2] === 'import') {
  console.error('还没有启动过：先运行 npm start，或给出 DATABASE_URL 和其余变量。');
  console.error('  Nothing was started yet: run npm start first, or give DATABASE_URL and the other variables.');
  process.exitCode = 1;
} else {
  const child = spawn(process.execPath, [path.join(root, 'apps/bff/src/cases.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...quick, ...environment },
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
