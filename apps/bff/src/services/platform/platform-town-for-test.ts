import { platformApi } from '@assist/contracts';
import { compose } from '../../compose.ts';
import type { Config } from '../../config.ts';
import { bffForTest } from '../../test/bff-for-test.ts';
import { townForTest } from '../../test/household-for-test.ts';
import { done } from '../../test/people.ts';
import { askToken, cityForTest, platformWith } from '../../test/platform-for-test.ts';
import { sealFeed } from './seal.ts';

/** A township, the city's systems that may ask it, and a worker that has time for both. */
export async function platformTown(more: Partial<Config> = {}) {
  const city = await cityForTest();
  const bff = await bffForTest((config) => ({ ...config, platformPort: 0, platformClientsFile: city.file, ...more }));
  const worker = compose(bff.config, 'platform-test', () => '', { clock: bff.clock });
  const as = async (id: string, scope?: string) => {
    const answer = await askToken(bff, await city.assertion(bff, id), scope);
    return platformWith(bff, ((await answer.json()) as { access_token: string }).access_token);
  };
  /** All there is for this one, in its order, and the place after it. */
  async function pulled(id = 'city', from?: string) {
    await sealFeed(worker.context);
    return done(await (await as(id))(platformApi.platformChanges, { query: { limit: '1000', ...(from && { cursor: from }) } }));
  }
  async function close(): Promise<void> {
    await worker.connection.close();
    await bff.close();
    await city.close();
  }
  return { city, bff, town: townForTest(bff), worker, as, pulled, close };
}
