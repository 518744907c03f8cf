import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Load {
  /** Answered a second. */
  readonly rate: number;
  /** Milliseconds under which 99 of 100 were answered. */
  readonly p99: number;
}

/**
 * Debian's wrk against one address, with requests made by a Lua text that returns one.
 * @param lua the body of `request()`; `uuid()` makes a new id, `any(list)` takes one
 * @throws where wrk is missing or an answer was not 2xx
 */
export function load(url: string, lua: { readonly before: string; readonly request: string }, clients: number, seconds: number): Load {
  const folder = mkdtempSync(path.join(tmpdir(), 'assist-wrk-'));
  const script = path.join(folder, 'load.lua');
  writeFileSync(script, `${PRELUDE}\n${lua.before}\nfunction request()\n${lua.request}\nend\n${DONE}`);
  try {
    const threads = String(Math.min(2, clients));
    const ran = spawnSync('wrk', ['-t', threads, '-c', String(clients), '-d', `${seconds}s`, '--timeout', '30s', '-s', script, url], {
      encoding: 'utf8',
    });
    if (ran.error) throw new Error('wrk is not installed: sudo apt-get install --no-install-recommends wrk');
    const said = /FIGURES (\S+) (\S+) (\d+)/.exec(ran.stdout);
    if (!said || Number(said[3]) > 0)
      throw new Error(`wrk: ${said?.[3] ?? 'no'} answers were not what was hoped for\n${ran.stdout}${ran.stderr}`);
    return { rate: Number(said[1]), p99: Number(said[2]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A text as Lua writes it, whatever it holds. */
export const luaText = (text: string): string => {
  const marks = '='.repeat(3);
  return `[${marks}[${text}]${marks}]`;
};

const PRELUDE = `
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end
function init()
  math.randomseed(os.time() * 7 + number * 7919)
end
function any(list) return list[math.random(#list)] end
function uuid()
  return (string.gsub("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx", "x", function() return string.format("%x", math.random(0, 15)) end))
end`;
const DONE = `
function done(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("FIGURES %.1f %.2f %d\\n", summary.requests / (summary.duration / 1000000), latency:percentile(99) / 1000, bad))
end`;

/** Debian's pgbench over texts of one statement each, prepared. @returns transactions a second */
export function pgbench(url: string, statements: readonly string[], clients: number, seconds: number, actor: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'assist-pgbench-'));
  try {
    const files = statements.flatMap((text, n) => {
      const file = path.join(folder, `${n}.sql`);
      writeFileSync(file, text);
      return ['-f', file];
    });
    const given = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(2, clients)), '-T', String(seconds), ...files, url];
    const options = `-c role=assist_application -c assist.actor=${actor}`;
    const ran = spawnSync('pgbench', given, { encoding: 'utf8', env: { ...process.env, PGOPTIONS: options }, maxBuffer: 1 << 26 });
    if (ran.error) throw new Error('pgbench is not installed: sudo apt-get install --no-install-recommends postgresql-15');
    const rate = Number(/tps = ([\d.]+)/.exec(ran.stdout)?.[1]);
    if (ran.status !== 0 || !(rate > 0)) throw new Error(`pgbench: ${ran.stdout}${ran.stderr}`.slice(0, 4000));
    return rate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
