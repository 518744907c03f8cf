import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { planReviews } from '../procedure/plan-reviews.ts';
import { watchDays } from '../queue/watch-days.ts';
import { watchClocks } from './watch-clocks.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
let composed: ReturnType<typeof compose>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
  composed = compose(bff.config, 'test', () => '', { clock: bff.clock, fetch: bff.wechat.fetch, actor: 'worker' });
  await composed.context.keys.load();
});
afterAll(async () => {
  await composed.connection.close();
  await bff.close();
});

/** Who sent an application that was accepted: its survey is to begin within three working days. */
async function accepted(name: string) {
  const someone = await resident(bff, name);
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  const told = async () =>
    (await bff.sql`select kind from messages where account_id = ${someone.accountId} and kind like 'decision-due%'`).map((row) => row.kind);
  return { applicationId, runId, told };
}
const supervisors = async (subjectId: string) =>
  (await bff.sql`select kind from supervisor_notices where subject_id = ${subjectId} and kind like 'clock%' order by kind`).map(
    (row) => row.kind,
  );

it('有一件打不开：别的照样说，到第二天也不耽误；说给管机器的人的，只有编号和错的名字；修好了接着说', async () => {
  const [broken, whole] = [await accepted('apartx'), await accepted('apartxx')];
  // The one that breaks is always the first to be looked at.
  await bff.sql`update procedure_runs set watch_on = '2020-01-01', procedure = 'of-a-later-version' where id = ${broken.runId}`;
  bff.pass(DAY);
  const [said, ...others] = await watchClocks(composed.context);
  expect(others).toEqual([]);
  expect(said).toBe(`${broken.runId}: Error a run of a procedure that is not in the package`);
  expect([await broken.told(), await whole.told()]).toEqual([[], ['decision-due-soon']]);
  // The worker goes on, whatever one run does.
  bff.pass(2 * DAY);
  await bff.worker.chores();
  expect([await broken.told(), await whole.told()]).toEqual([[], ['decision-due-soon', 'decision-due']]);
  await bff.sql`update procedure_runs set procedure = 'application' where id = ${broken.runId}`;
  expect(await watchClocks(composed.context)).toEqual([]);
  expect(await broken.told()).toEqual(['decision-due']);
});

it('排着队还没人受理的，也是一件归一件', async () => {
  const [first, second] = [await resident(bff, 'apartqa'), await resident(bff, 'apartqb')];
  const ids = [randomUUID(), randomUUID()] as const;
  done(await first.submit(ids[0]));
  done(await second.submit(ids[1]));
  const [item] = await bff.sql`select id, office_id from work_items where application_id = ${ids[0]}`;
  // Nobody knows this kind of record: the trail refuses the row, as it would a broken one.
  await bff.sql`create or replace function refuse_one() returns trigger language plpgsql as $$
    begin if new.object_id = tg_argv[0] then raise exception 'not this one'; end if; return new; end $$`;
  await bff.sql.unsafe(
    `create trigger refuse_one before insert on audit_log for each row execute function refuse_one('${String(item?.id)}')`,
  );
  bff.pass(3 * DAY);
  const left = await watchDays(composed.context);
  expect(left.map((one) => one.split(':')[0])).toEqual([item?.id]);
  expect(left.join(' ')).not.toContain('not this one');
  const [other] = await bff.sql`select id from work_items where application_id = ${ids[1]}`;
  expect(await supervisors(String(other?.id))).toEqual(['clock-near']);
  await bff.sql.unsafe('drop trigger refuse_one on audit_log');
  expect(await watchDays(composed.context)).toEqual([]);
});

it('到了日子该核查的，一户打不开，别的照样开始；两个一起跑，一户一次', async () => {
  const [broken, whole] = [await putCase(bff, {}), await putCase(bff, {})];
  const reviews = async () =>
    (
      await bff.sql<{ id: string }[]>`select case_id as id from procedure_runs
        where procedure = 'review' and case_id in ${bff.sql([broken, whole])} order by array_position(${[broken, whole]}::uuid[], case_id)`
    ).map((one) => one.id);
  await bff.sql`update case_files set next_review = '2026-12-01' where id in ${bff.sql([broken, whole])}`;
  // Done twice it is whole again.
  const flip = () =>
    bff.sql`update case_members set person_sealed = set_byte(person_sealed, 40, get_byte(person_sealed, 40) # 1) where case_id = ${broken}`;
  await flip();
  const [left] = await Promise.all([planReviews(composed.context), planReviews(composed.context)]);
  expect(left.map((one) => one.split(':')[0])).toEqual([broken]);
  expect(await reviews()).toEqual([whole]);
  await flip();
  expect(await planReviews(composed.context)).toEqual([]);
  expect(await reviews()).toEqual([broken, whole]);
});
