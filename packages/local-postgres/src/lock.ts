import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalPostgresProblem } from './problem.ts';

/** When a process began, in clock ticks since boot: with its number it names the process for ever. Undefined: it is gone. */
function beginning(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Takes the data folder for this process. Throws 'in-use' when another living process has it. Returns what gives it back. */
export function takeHome(home: string): () => void {
  const file = path.join(home, 'owner');
  const mine = `${process.pid} ${beginning(process.pid)}`;
  const theirs = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [pid = '0', began] = theirs.split(' ');
  if (began && beginning(Number(pid)) === began) {
    throw new LocalPostgresProblem(
      'in-use',
      `这里的数据库正由进程 ${pid} 使用：请先在它的终端按 Ctrl-C 结束，再启动。`,
      `The database here is in use by process ${pid}: end that one first (Ctrl-C in its terminal), then start again.`,
    );
  }
  writeFileSync(file, mine);
  return () => {
    if (existsSync(file) && readFileSync(file, 'utf8') === mine) rmSync(file);
  };
}

/**
 * Sees to it that no server of an earlier, killed start still works on this cluster, and clears a postmaster.pid nobody stands behind
 * (its number may by now belong to another program, which Postgres would take for a running server).
 */
export async function clearStaleServer(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  // The guard of a killed start is just now stopping it: give it that time before doing the same.
  for (const signal of [undefined, 'SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!runsOn(pid, cluster)) break;
    if (signal) process.kill(pid, signal);
    for (let waited = 0; waited < 3000 && runsOn(pid, cluster); waited += 50) await pause(50);
  }
  if (!runsOn(pid, cluster)) rmSync(file, { force: true });
}

function runsOn(pid: number, cluster: string): boolean {
  try {
    return beginning(pid) !== undefined && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}
