import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from './connect.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);
/** Any number, the same for ever: two processes that migrate at once wait for each other. */
const LOCK = 7_401_163_905;

/** Another had the table for too long, or waited for what we held. */
const PASSING = new Set(['55P03', '40P01']);

export interface ApplyOptions {
  readonly folder?: URL;
  /** So long a table is asked for before everybody who waits behind us goes first. */
  readonly lockMs?: number;
  readonly tries?: number;
}

/**
 * Applies what is missing, each file in a transaction. An applied file must never change. The version before may be answering meanwhile: a
 * table that it holds is asked for again and again, and never waited for with everybody else waiting behind (migration-rules.ts says what a
 * file may do). @returns names of the files applied now
 */
export async function applyMigrations(
  client: Client,
  { folder = FOLDER, lockMs = 4000, tries = 15 }: ApplyOptions = {},
): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const applied: string[] = [];
  const one = await client.reserve();
  /** In one transaction, that lets everybody go first who would wait behind it. */
  const patiently = async (text: string): Promise<void> => {
    for (let tried = 1; ; tried++) {
      const problem = await one
        .unsafe(`begin;\nset local lock_timeout = ${lockMs};\nset local assist.actor = 'worker';\n${text}\ncommit;`)
        .simple()
        .then(() => undefined)
        .catch((error: unknown) => error as Error & { code?: string });
      if (!problem) return;
      await one`rollback`;
      if (!PASSING.has(problem.code ?? '') || tried === tries) throw problem;
    }
  };
  try {
    await one`select pg_advisory_lock(${LOCK})`;
    await one`create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
    const known = new Map((await one`select name, sha256 from schema_migrations`).map((row) => [row.name as string, row.sha256 as string]));
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const before = known.get(name);
      if (before === sha256) continue;
      if (before !== undefined) throw new Error(`migration ${name} was changed after it had been applied`);
      const record = `insert into schema_migrations (name, sha256) values ('${name}', '${sha256}')`;
      await patiently(`${text}\n;${record};`);
      applied.push(name);
    }
    // Whatever table came in a migration without guarding it, in this run or in one that was killed before it came here.
    await patiently('select guard_townships(), guard_from_platform(), guard_moves(), guard_elsewhere();');
  } catch (error) {
    await one`rollback`.catch(() => undefined);
    throw error;
  } finally {
    await one`select pg_advisory_unlock(${LOCK})`.catch(() => undefined);
    one.release();
  }
  return applied;
}
