// Command: clears what districts that were carried to another Postgres left here. docs/beyond-one-postgres.md says when and how.
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { diskStore } from './files/disk-store.ts';
import { clearDistricts, NotCleared } from './services/district/clear.ts';

const USAGE = `node src/clear-district.ts --to=FILE (--files=DIR --files-there=DIR | --files-not-asked) [--rehearse] DISTRICT …
  DATABASE_URL is where they were, FILE holds the address of the database that they were carried to.
  Both logins have to be ones that row security does not bind. --rehearse does everything and changes nothing.
`;
const given = process.argv.slice(2);
const named = (name: string) => given.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const [file, filesHere, filesThere] = [named('to'), named('files'), named('files-there')];
const rehearse = given.includes('--rehearse');
const districts = given.filter((one) => !one.startsWith('--'));
const url = process.env.DATABASE_URL;
const stores = filesHere && filesThere ? { here: diskStore(filesHere), there: diskStore(filesThere) } : undefined;

if (!url || !file || districts.length === 0 || (stores === undefined) !== given.includes('--files-not-asked')) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const options = { max: 2, onnotice: () => undefined, connection: { application_name: 'assist-clear-district' } };
  const [here, there] = [postgres(url, options), postgres(readFileSync(file, 'utf8').trim(), options)];
  try {
    const { tables, files } = await clearDistricts(here, there, { districts, stores, now: new Date(), rehearse });
    for (const one of tables) if (one.rows > 0 || one.stay > 0) say(one);
    say({ files: files ?? 'not asked: the other side may be without them' });
    say({ done: rehearse ? 'rehearsed' : 'cleared', districts, rows: tables.reduce((sum, one) => sum + one.rows, 0) });
  } catch (error) {
    process.exitCode = 1;
    // What Postgres says of a row holds the row.
    process.stderr.write(
      `${error instanceof NotCleared ? error.message : `not cleared: ${(error as { code?: string }).code ?? 'unknown'}`}\n`,
    );
  } finally {
    // One whose server went away in the middle would never say that it has ended.
    await Promise.all([here.end({ timeout: 1 }), there.end({ timeout: 1 })]);
  }
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
