import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateKeys } from '@assist/bff';

/** Where a benchmark's database lies, with the keys that open what was sealed there. */
interface BenchFolder {
  readonly folder: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Filled by a run before: nothing is to be filled again. */
  readonly filled: boolean;
  /** To be said once everything is there: the next run begins with it. */
  markFilled(): void;
  /** Takes away what is not kept. */
  end(): void;
}

/**
 * A folder of its own that goes with the run; with `BENCH_KEEP=DIR` one beneath it that stays, so that ten million rows are filled once and
 * measured many times. One that was not filled to its end is begun anew.
 */
export function benchFolder(name: string): BenchFolder {
  const keep = process.env.BENCH_KEEP;
  if (!keep) {
    const folder = mkdtempSync(path.join(tmpdir(), 'assist-bench-'));
    const end = () => rmSync(folder, { recursive: true, force: true });
    return { folder, keys: generateKeys(), filled: false, markFilled: () => undefined, end };
  }
  const folder = path.resolve(keep, name);
  const [mark, keyFile] = [path.join(folder, 'filled'), path.join(folder, 'keys.json')];
  const filled = existsSync(mark);
  if (!filled) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, JSON.stringify(generateKeys()), { mode: 0o600 });
  }
  const keys = JSON.parse(readFileSync(keyFile, 'utf8')) as Record<string, string>;
  return { folder, keys, filled, markFilled: () => writeFileSync(mark, ''), end: () => undefined };
}
