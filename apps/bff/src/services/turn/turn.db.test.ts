import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { SUNDAY, testConfig } from '../../test/bff-for-test.ts';
import { endTurn, takeTurn } from './take-turn.ts';

let database: TestDatabase;
let workers: ReturnType<typeof compose>[];
beforeAll(async () => {
  database = await databaseForTest();
  const config = testConfig(database.url, '/tmp/assist-turn-test');
  workers = [0, 1, 2].map(() => compose(config, 'test', () => '', { clock: () => SUNDAY }));
});
afterAll(async () => {
  await Promise.all(workers.map((one) => one.connection.close()));
  await database.drop();
});

const all = async (name: string, heldMs: number) =>
  (await Promise.all(workers.map((one) => takeTurn(one.context, name, heldMs)))).filter(Boolean).length;
const first = () => workers[0]?.context as NonNullable<(typeof workers)[0]>['context'];

it('三个一起来，只有一个轮到；没到时候谁也轮不到', async () => {
  expect(await all('sweep', 60_000)).toBe(1);
  expect(await all('sweep', 60_000)).toBe(0);
  await endTurn(first(), 'sweep', 3_600_000);
  expect(await all('sweep', 60_000)).toBe(0);
});

it('做的那个没了，过了时候轮到别人；交回来的马上可以轮', async () => {
  expect(await all('killed', 0)).toBeGreaterThan(0);
  expect(await all('killed', 60_000)).toBe(1);
  await endTurn(first(), 'killed', 0);
  expect(await all('killed', 60_000)).toBe(1);
});
