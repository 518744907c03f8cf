import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Composed, compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { watchDays } from './watch-days.ts';

let bff: BffForTest;
let one: Composed;
beforeAll(async () => {
  bff = await bffForTest();
  one = compose(bff.config, 'test', () => '', { clock: bff.clock });
});
afterAll(async () => {
  await one.connection.close();
  await bff.close();
});

it('看见日子近了、还没写下的时候有人改了日子：不记，也不说；没改的记上，说一声', async () => {
  const sufen = await resident(bff, 'someone');
  const [moved, stays] = [randomUUID(), randomUUID()];
  for (const id of [moved, stays]) done(await sufen.submit(id));
  // Three working days from Sunday end on Wednesday: this is Tuesday.
  bff.pass(2 * DAY);
  let watching: Promise<unknown> = Promise.resolve();
  await bff.sql.begin(async (sql) => {
    await sql`update work_items set step_due = '2026-12-31' where application_id = ${moved}`;
    watching = watchDays(one.context);
    // Until it stands before the item.
    const waits = () => bff.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await waits()).length === 0);
  });
  expect(await watching).toEqual([]);
  const marks = async (id: string) => (await bff.sql`select marks from work_items where application_id = ${id}`)[0]?.marks;
  expect([await marks(moved), await marks(stays)]).toEqual([[], ['due-soon']]);
  expect((await bff.sql`select subject_id from messages where kind = 'decision-due-soon'`).map((row) => row.subject_id)).toEqual([stays]);
});
