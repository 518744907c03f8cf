import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { townForTest } from '../../test/household-for-test.ts';
import { done, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const tried = () =>
  bff.sql`select actor_id, object_kind, object_id, office_id, result from audit_log where action = 'attempt-refused' order by id`;
const last = async () => (await tried()).at(-1);

it('没做成的也留痕：谁、想做什么、对哪一件、为什么；写的话不留', async () => {
  const runId = await town.open('stop', await town.household());
  expect(await tried()).toEqual([]);
  expect((await town.at('heli', runId, { kind: 'ground-named', ground: 'not-authenticated', reason: '张国福没来刷脸' })).ok).toBe(false);
  expect(await last()).toEqual({
    actor_id: 'sample-heli',
    object_kind: 'recordEvent',
    object_id: runId,
    office_id: YANGJIAPING,
    result: 'step-missing ground-named',
  });
  // Of another township; of a role that only reads; in a request that is done once for its key.
  expect((await town.at('yangfan', runId, { kind: 'notice-posted' })).ok).toBe(false);
  expect(await last()).toMatchObject({ actor_id: 'sample-yangfan', office_id: ZHONGSHANLU, result: 'not-found' });
  expect((await (await town.as('luowenjing'))(staffApi.claimNext, { key: randomUUID() })).ok).toBe(false);
  expect(await last()).toMatchObject({ object_kind: 'claimNext', object_id: 'sample-luowenjing', result: 'forbidden' });
  const params = { workItemId: randomUUID() };
  const heli = await town.as('heli');
  expect((await heli(staffApi.releaseItem, { params, body: { reason: '放回' }, key: randomUUID() })).ok).toBe(false);
  expect(await last()).toMatchObject({ object_kind: 'releaseItem', object_id: params.workItemId, result: 'not-found' });
  // Only looking is no attempt, nor is what was done.
  expect((await heli(staffApi.run, { params: { runId: randomUUID() } })).ok).toBe(false);
  done(await town.at('heli', runId, { kind: 'ground-named', ground: 'no-longer-qualifies' }));
  expect(await tried()).toHaveLength(4);

  const trail = done(await (await town.as('luowenjing'))(staffApi.auditTrail, { query: {} }));
  expect(trail.items.find((one) => one.object === `…${runId.slice(-8)}`)).toMatchObject({
    who: '何丽',
    what: expect.stringMatching(/^没有做成：/),
    result: '这一步前面还差几样，差什么写在下面',
  });
});
