import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Composed, compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { DAY } from '../../test/household-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';
import { changeForm, emptyChanges, verified } from '../change/told-for-test.ts';
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

it('自理能力变了：十个工作日到以前两天、到了那天，各告诉负责人一次，件上有记号；第一次回话到期不算它', async () => {
  await emptyChanges(bff);
  const me = await verified(bff, 'selfcare', SUFEN);
  const told = done(await me.tell(changeForm(await putCase(bff), { changed: [{ event: 'self-care-changed', member: 'm1' }] })));
  await bff.sql`update work_items set total_due = '2026-12-08', step_due = '2026-11-27' where subject_id = ${told.changeId}`;
  const notices = async () =>
    (
      await bff.sql`select kind from supervisor_notices where subject_id = ${told.changeId} and source like 'whole:%' order by at, kind`
    ).map((row) => row.kind);
  const until = async (day: string) => {
    bff.pass(Date.parse(`${day}T02:00:00Z`) - bff.clock());
    expect(await watchDays(one.context)).toEqual([]);
    expect(await watchDays(one.context)).toEqual([]);
    return notices();
  };
  expect(await until('2026-12-03')).toEqual([]);
  expect(await until('2026-12-04')).toEqual(['clock-near']);
  const { items } = done(await (await bff.staff('sample-qinlan')).call(staffApi.supervisorInbox, {}));
  expect(
    items.filter((item) => item.clock?.title === '复核自理能力').map(({ clock }) => [clock?.due.date, clock?.clauses.map(({ id }) => id)]),
  ).toEqual([['2026-12-08', ['DESTITUTE2021-23']]]);
  expect(await until('2026-12-08')).toEqual(['clock-near', 'clock-at-end']);
  const [item] = await bff.sql`select marks from work_items where subject_id = ${told.changeId}`;
  expect(item?.marks).toContain('due-now');
});
