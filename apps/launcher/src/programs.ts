import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Leashed, runOnLeash } from '@assist/local-postgres/leash';
import { logs, quick, root } from './folders.ts';
import { PlainProblem } from './plain-problem.ts';

export type Program = {
  /** Also the name of its log. */
  readonly name: string;
  /** What a person calls it. */
  readonly chinese: string;
  readonly english: string;
  /** TypeScript file, from the repository's root. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 2xx when it can serve. Left out: it is ready when it runs. */
  readonly readyAt?: string;
};

export type Running = {
  readonly program: Program;
  /** Settles when it ends, asked or not. */
  readonly ended: Promise<number>;
  stop(): Promise<number>;
};

/** Starts a program of ours on this Node; its output goes to `.data/logs/<name>.log`. It ends when we end. */
export function runProgram(program: Program): Running {
  mkdirSync(logs, { recursive: true });
  const log = openSync(logOf(program), 'w', 0o600);
  const child: Leashed = runOnLeash(process.execPath, [path.join(root, program.entry)], {
    cwd: root,
    env: { ...process.env, ...quick, ...program.environment },
    stdout: log,
    stderr: log,
    // A little longer than the API gives requests under way.
    grace: 12_000,
  });
  closeSync(log);
  return { program, ended: child.ended, stop: child.stop };
}

export const logOf = ({ name }: Program): string => path.join(logs, `${name}.log`);

/** Waits until the program answers. Throws a plain problem when it ends first or takes more than 60 seconds. */
export async function waitUntilReady({ program, ended }: Running): Promise<void> {
  let code: number | undefined;
  void ended.then((ending) => {
    code = ending;
  });
  const deadline = performance.now() + 60_000;
  while (program.readyAt && !(await answers(program.readyAt))) {
    if (code !== undefined) throw endedByItself(program);
    if (performance.now() > deadline) {
      throw new PlainProblem(
        `${program.chinese}在 60 秒内没有准备好：详见 ${path.relative(root, logOf(program))}。`,
        `${program.english} was not ready within 60 seconds: see ${path.relative(root, logOf(program))}.`,
      );
    }
    await pause(50);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Says which program ended, its last word, and where the rest stands. */
export function endedByItself(program: Program): PlainProblem {
  const log = path.relative(root, logOf(program));
  const said = lastWord(readFileSync(logOf(program), 'utf8'));
  return new PlainProblem(
    `${program.chinese}自己停了${said ? `，它最后说：“${said}”` : ''}：详见 ${log}，处理后再运行 npm start。`,
    `${program.english} ended by itself${said ? `; its last word: “${said}”` : ''}: see ${log}, then run npm start again.`,
  );
}

/** The line that says what happened: an error's message rather than its stack. */
function lastWord(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(at |Node\.js v|[{}^])/.test(line));
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1))?.slice(0, 300);
}
