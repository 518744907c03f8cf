import { compose } from '../../compose.ts';
import type { Config } from '../../config.ts';
import { connect } from '../../db/connect.ts';
import { bffForTest } from '../../test/bff-for-test.ts';

/** A BFF, a process beside it that has the data keys in hand, and the owner's own connection. */
export async function keysForTest(change?: (config: Config) => Config) {
  const bff = await bffForTest(change);
  const one = compose(bff.config, 'test', () => '', { clock: bff.clock });
  const owner = connect(bff.config.databaseUrl, 1, 'test');
  await one.context.keys.load();
  return {
    bff,
    one,
    owner,
    close: async () => {
      await one.connection.close();
      await owner.close();
      await bff.close();
    },
  };
}
export type KeysForTest = Awaited<ReturnType<typeof keysForTest>>;
