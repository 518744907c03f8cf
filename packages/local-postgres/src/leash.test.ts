import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnLeash } from './leash.ts';

const leash = path.join(import.meta.dirname, 'leash.ts');

function isGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

/** A child that starts a child, and tells both numbers; `how` says what it does when asked to stop. */
const twoGenerations = (how: string) => `${how}; sleep 300 & echo "$$ $!"; wait`;

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  return new Promise((resolve) => stream?.once('data', (chunk) => resolve(String(chunk).trim())));
}

test('子进程自己结束时，告诉它的退出码', async () => {
  expect(await runOnLeash('/bin/sh', ['-c', 'exit 0']).ended).toBe(0);
  expect(await runOnLeash('/bin/sh', ['-c', 'exit 7']).ended).toBe(7);
  expect(await runOnLeash('/no/such/program', []).ended).toBe(127);
});

test('请它结束：它有机会收尾，它的子进程也一起结束', async () => {
  const child = runOnLeash('/bin/sh', ['-c', twoGenerations("trap 'echo tidied; exit 3' TERM")], { stdout: 'pipe' });
  const [own, grandchild] = (await firstLine(child.process.stdout)).split(' ').map(Number) as [number, number];
  const tidied = firstLine(child.process.stdout);
  expect(await child.stop()).toBe(3);
  expect(await tidied).toBe('tidied');
  await expect.poll(() => isGone(own) && isGone(grandchild)).toBe(true);
});

test('不肯结束的，过了宽限时间就杀掉', async () => {
  const child = runOnLeash('/bin/sh', ['-c', twoGenerations("trap '' TERM")], { stdout: 'pipe', grace: 300 });
  const [own, grandchild] = (await firstLine(child.process.stdout)).split(' ').map(Number) as [number, number];
  expect(await child.stop()).toBe(137);
  await expect.poll(() => isGone(own) && isGone(grandchild)).toBe(true);
});

test('启动它的进程被 kill -9，它和它的子进程照样结束', async () => {
  const code = `import { runOnLeash } from ${JSON.stringify(leash)};
    runOnLeash('/bin/sh', ['-c', ${JSON.stringify(twoGenerations(':'))}], { stdout: 1, ask: 'group' });
    setInterval(() => undefined, 1000);`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [own, grandchild] = (await firstLine(starter.stdout)).split(' ').map(Number) as [number, number];
  expect(isGone(own) || isGone(grandchild)).toBe(false);
  starter.kill('SIGKILL');
  await expect.poll(() => isGone(own) && isGone(grandchild)).toBe(true);
});
