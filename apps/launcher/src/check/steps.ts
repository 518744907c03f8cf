import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../folders.ts';

export type CheckStep = {
  readonly chinese: string;
  readonly english: string;
  readonly command: readonly [string, ...string[]];
};

export type CheckResult = { readonly step: CheckStep; readonly passed: boolean; readonly output: string; readonly seconds: number };

/** Everything that can be said about the source without running it. */
export function checkSteps(): CheckStep[] {
  return [
    { chinese: '格式与写法', english: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
    ...projects().map(
      (project): CheckStep => ({
        chinese: `类型 ${project}`,
        english: 'types',
        command: ['tsc', '--noEmit', '--pretty', 'false', '-p', project],
      }),
    ),
    { chinese: '无用的文件、导出和依赖', english: 'dead code and unused dependencies', command: ['knip', '--no-progress'] },
    { chinese: '房间方向', english: 'who may use whom', command: ['node', 'test/repository/rooms/check-rooms.ts'] },
  ];
}

/** Every tsconfig of a workspace package; the mini-program has one for each of its two builds. */
function projects(): string[] {
  const folders = ['apps', 'packages'].flatMap((above) => readdirSync(path.join(root, above)).map((name) => path.join(above, name)));
  return [...folders, 'test'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name))
      .map((name) => path.join(folder, name)),
  );
}

/** Runs the steps, so many at a time, and tells each result as it comes. */
export async function runSteps(steps: readonly CheckStep[], atOnce: number, tell: (result: CheckResult) => void): Promise<CheckResult[]> {
  const waiting = [...steps];
  const results: CheckResult[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await run(step);
      results.push(result);
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

function run(step: CheckStep): Promise<CheckResult> {
  const [command, ...args] = step.command;
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const end = (passed: boolean) => resolve({ step, passed, output, seconds: (performance.now() - began) / 1000 });
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}
