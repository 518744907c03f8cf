import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** The shell that stands between us and a child; it says how. As text: the account it runs under may be unable to open our folder. */
const guard = readFileSync(new URL('./leash.sh', import.meta.url), 'utf8').replace(/^#.*\n/gm, '');

export type LeashOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** Where the child's output goes: file descriptors or 'pipe'. Default 'ignore'; a pipe must be read. */
  readonly stdout?: number | 'pipe' | 'ignore';
  readonly stderr?: number | 'pipe' | 'ignore';
  /** How the child is asked to stop. Default SIGTERM. */
  readonly signal?: 'TERM' | 'INT';
  /** Whether only the child is asked, or everything it has started too (a build). Default 'child'. */
  readonly ask?: 'child' | 'group';
  /** Milliseconds between asking and killing. Default 8000. */
  readonly grace?: number;
};

export type Leashed = {
  readonly process: ChildProcess;
  /** Settles with the child's exit code (128 + signal number when a signal ended it). Never rejects. */
  readonly ended: Promise<number>;
  /** Lets our process end although the child still runs (which ends it). */
  unref(): void;
  /** Asks the child to stop, kills it and all its children after the grace time, and waits until it is gone. */
  stop(): Promise<number>;
};

/** Starts a program in a process group of its own that ends when we end, however we end. */
export function runOnLeash(command: string, args: readonly string[], options: LeashOptions = {}): Leashed {
  const { signal = 'TERM', ask = 'child', grace = 8000, stdout = 'ignore', stderr = 'ignore' } = options;
  const guardArgs = ['-c', guard, 'leash', signal, String(Math.ceil(grace / 100)), ask, command, ...args];
  const child = spawn('/bin/sh', guardArgs, {
    cwd: options.cwd,
    env: options.env,
    uid: options.uid,
    gid: options.gid,
    detached: true,
    stdio: ['pipe', stdout, stderr, 'ignore', 'pipe'],
  });
  let told = '';
  const status = child.stdio[4] as Readable | null;
  status?.on('data', (chunk) => {
    told += chunk;
  });
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    // 'close', not 'exit': it waits until everybody who held our pipes is gone.
    child.once('close', () => resolve(told === '' ? 137 : Number(told)));
  });
  child.stdin?.on('error', () => undefined);
  return {
    process: child,
    ended,
    unref: () => {
      child.unref();
      for (const pipe of child.stdio) (pipe as Socket | null)?.unref();
    },
    stop: () => {
      child.ref();
      (status as Socket | null)?.ref();
      child.stdin?.destroy();
      // Should somebody have killed the guard's watcher, which does the asking.
      const late = setTimeout(() => killGroup(child.pid), grace + 2000);
      void ended.then(() => clearTimeout(late));
      return ended;
    },
  };
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // Gone in this very moment.
  }
}
