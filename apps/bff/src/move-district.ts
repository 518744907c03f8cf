// Command: carries districts into another Postgres and puts them out of sight here. docs/beyond-one-postgres.md says when and how.
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { moveDistricts, NotCarried } from './services/district/move.ts';

const USAGE = `node src/move-district.ts --to=FILE [--rehearse] DISTRICT …
  DATABASE_URL is where they are, FILE holds the address of a database that was just migrated (production, no samples).
  Both logins have to be ones that row security does not bind. --rehearse does everything and changes nothing.
`;
const given = process.argv.slice(2);
const file = given.find((one) => one.startsWith('--to='))?.slice('--to='.length);
const rehearse = given.includes('--rehearse');
const districts = given.filter((one) => !one.startsWith('--'));
const url = process.env.DATABASE_URL;

if (!url || !file || districts.length === 0) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const options = { max: 2, onnotice: () => undefined, connection: { application_name: 'assist-move-district' } };
  const [from, to] = [postgres(url, options), postgres(readFileSync(file, 'utf8').trim(), options)];
  try {
    const said = (step: string, ms: number) => say({ step, secondsHeld: Math.round(ms / 100) / 10 });
    const carried = await moveDistricts(from, to, { districts, now: new Date(), rehearse, said });
    for (const { table, beside, here } of carried) if (here.rows > 0) say({ table, rows: here.rows, beside, hash: here.hash });
    say({ done: rehearse ? 'rehearsed' : 'moved', districts, rows: carried.reduce((sum, one) => sum + one.here.rows, 0) });
  } catch (error) {
    process.exitCode = 1;
    // What Postgres says of a row holds the row.
    process.stderr.write(
      `${error instanceof NotCarried ? error.message : `not carried: ${(error as { code?: string }).code ?? 'unknown'}`}\n`,
    );
  } finally {
    // One whose server went away in the middle would never say that it has ended.
    await Promise.all([from.end({ timeout: 1 }), to.end({ timeout: 1 })]);
  }
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
