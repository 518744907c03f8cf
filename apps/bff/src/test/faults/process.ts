import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A clock that went wrong: every moment of the process is off by so much. */
const WRONG_CLOCK = `const off = Number(process.env.CLOCK_OFF_MS); const Right = Date;
globalThis.Date = class extends Right { constructor(...given) { if (given.length === 0) super(Right.now() + off); else super(...given); }
static now() { return Right.now() + off; } };`;

/** Where our processes lie; another version of them lies elsewhere. */
const HERE = new URL('../../', import.meta.url);

/** One of our processes as it is run, to be killed and begun again. @param heard every line of its log */
export function processForFaults(
  entry: 'http' | 'worker',
  environment: () => Record<string, string>,
  { src = HERE, heard = () => undefined }: { readonly src?: URL; readonly heard?: (line: string) => void } = {},
) {
  let child: ChildProcess | undefined;
  let port = 0;
  let staffPort = 0;
  let lines = 0;
  async function start(clockOffMs = 0): Promise<void> {
    const wrong = clockOffMs === 0 ? [] : ['--import', `data:text/javascript,${encodeURIComponent(WRONG_CLOCK)}`];
    const mine = spawn(process.execPath, [...wrong, fileURLToPath(new URL(`${entry}.ts`, src))], {
      env: { PATH: process.env.PATH ?? '', CLOCK_OFF_MS: String(clockOffMs), ...environment() },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child = mine;
    const ready = new Promise<void>((resolve) => {
      createInterface({ input: mine.stdout as NodeJS.ReadableStream }).on('line', (line) => {
        lines += 1;
        heard(line);
        if (!line.includes('"ready"')) return;
        const { resident, staff } = JSON.parse(line) as { resident?: string; staff?: string };
        port = Number(new URL(resident ?? 'http://x:1').port);
        staffPort = Number(new URL(staff ?? 'http://x:1').port);
        resolve();
      });
      mine.once('exit', () => resolve());
    });
    await (entry === 'http' ? ready : undefined);
  }
  const isDead = () => !child || child.exitCode !== null || child.signalCode !== null;
  return {
    start,
    get port() {
      return port;
    },
    get staffPort() {
      return staffPort;
    },
    get lines() {
      return lines;
    },
    isDead,
    /** @param signal SIGTERM: it ends what is under way first */
    async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
      if (!child || isDead()) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}
