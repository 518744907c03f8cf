// Command: which key sealed what, a new key, sealing anew, and taking an old key away. docs/keys.md says when.
import { command } from './command.ts';
import { compose } from './compose.ts';
import { parseConfig } from './config.ts';
import { connect } from './db/connect.ts';
import { REHASH_TIMES, rehash } from './services/keys/rehash.ts';
import { resealOld } from './services/keys/reseal.ts';
import { retireKey, rewrapKeys } from './services/keys/retire.ts';
import { keyUsage } from './services/keys/usage.ts';

const USAGE = `node src/keys.ts status        which key sealed what, and which may go
node src/keys.ts rotate        a new data key; it seals in a minute, the worker seals the rest anew
node src/keys.ts reseal        seals the rest anew now, to the end
node src/keys.ts rewrap        shuts all data keys by the first of FIELD_KEYS
node src/keys.ts retire ID     takes a data key away that nothing uses any more
node src/keys.ts rehash        hashes everything once more, with the next key of HASH_KEY
rewrap, retire and rehash need the login that migrates; rehash one that row security does not bind.
`;
const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const [what, id] = process.argv.slice(2);

if (!what || !['status', 'rotate', 'reseal', 'rewrap', 'retire', 'rehash'].includes(what) || (what === 'retire') !== (id !== undefined)) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else await command(() => run(what, id ?? ''));

async function run(step: string, key: string): Promise<void> {
  const config = parseConfig(process.env);
  const { context, connection } = compose(config, 'assist-keys', () => '', { clock: Date.now });
  const owner = connect(config.databaseUrl, 1, 'assist-keys-owner');
  try {
    await context.keys.load();
    if (step === 'status') await status();
    else if (step === 'rotate') say({ made: await context.keys.make() });
    else if (step === 'rewrap') say({ rewrapped: await rewrapKeys(context, owner.client) });
    else if (step === 'rehash') {
      const done = await rehash(context, owner.client, config.hashKeys, REHASH_TIMES, (line) => say({ rehash: line }));
      say(done);
      if (done.kind !== 'rehashed') process.exitCode = 1;
    } else if (step === 'retire') {
      const done = await retireKey(context, owner.client, key);
      say(done);
      if (done.kind !== 'retired') process.exitCode = 1;
    } else {
      for (let more = true, all = 0; more; ) {
        const part = await resealOld(context, 5000);
        all += part.resealed;
        more = part.more;
        say({ resealed: all, more });
      }
    }
  } finally {
    await connection.close();
    await owner.close();
  }

  async function status(): Promise<void> {
    const usage = await keyUsage(context);
    const all = context.keys.all();
    for (const one of all)
      say({
        dataKey: one.id,
        suite: one.suite,
        shutBy: one.wrappedBy,
        sealsFrom: new Date(one.sealsFrom).toISOString(),
        seals: one === all.at(-1),
        sealed: usage.find(({ kind, id: by }) => kind === 'data' && by === one.id)?.places ?? {},
      });
    for (const given of config.fieldKeys) {
      const sealed = usage.find(({ kind, id: by }) => kind === 'direct' && by === given.id)?.places ?? {};
      const shuts = all.filter(({ wrappedBy }) => wrappedBy === given.id).map((one) => one.id);
      say({
        fieldKey: given.id,
        shuts,
        sealedDirectly: sealed,
        mayGo: given !== config.fieldKeys[0] && shuts.length === 0 && Object.keys(sealed).length === 0,
      });
    }
    // What nobody here can open.
    for (const one of usage)
      if (one.kind === 'data' ? !all.some((known) => known.id === one.id) : !config.fieldKeys.some((known) => known.id === one.id))
        say({ missing: one.id, kind: one.kind, sealed: one.places });
  }
}
