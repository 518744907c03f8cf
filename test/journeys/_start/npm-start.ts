import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { portForTest } from '@assist/local-postgres/testing';

const root = path.resolve(import.meta.dirname, '../../..');
const PORTS = ['MINIPROGRAM_PORT', 'DESK_PORT', 'BFF_PORT', 'BFF_STAFF_PORT', 'WECHAT_SANDBOX_PORT', 'DEV_OIDC_PORT', 'POSTGRES_PORT'];

/** One free port for each thing that listens, by the name of its variable. */
export async function freePorts(): Promise<Record<string, string>> {
  const ports: Record<string, string> = {};
  for (const name of PORTS) ports[name] = String(await portForTest());
  return ports;
}

export interface Start {
  readonly child: ChildProcess;
  /** Grows as it is printed. */
  readonly output: { text: string };
  /** Exit code; 137 when killed by -9, and null by another signal. */
  readonly ended: Promise<number | null>;
}

/** What `npm start` runs, over these ports and this data folder. */
export function npmStart(ports: Readonly<Record<string, string>>, data: string): Start {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'apps/launcher/start.mjs')], {
    env: { ...environment, ...ports, DATA_DIR: data },
  });
  const output = { text: '' };
  const read = (chunk: Buffer) => {
    output.text += chunk;
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code, signal) => resolve(signal === 'SIGKILL' ? 137 : code)));
  return { child, output, ended };
}

/** What it prints when everything serves, or when something is in the way. */
export const SETTLED = /已就绪|✗/;

/** Process ids of everything alive that carries this data folder in its environment or arguments: all that the start began. */
export function aliveWith(data: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      if (readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return false;
      return ['environ', 'cmdline'].some((part) => readFileSync(`/proc/${pid}/${part}`, 'utf8').includes(data));
    } catch {
      return false;
    }
  });
}
