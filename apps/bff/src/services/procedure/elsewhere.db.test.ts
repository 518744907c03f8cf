import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { missingWords, townForTest } from '../../test/household-for-test.ts';
import { done, SUFEN, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

it('别省来问：区里记下就有回的日子；没看授权查不了，没写查到什么回不了；镇街、别的区看不到', async () => {
  const tangming = await town.as('tangming');
  const runId = randomUUID();
  const body = { name: '赵六', reason: '四川省某县民政局来函〔2026〕3号，问婚姻、车辆' };
  const ask = () => tangming(staffApi.openForElsewhere, { params: { runId }, body });
  const run = done(await ask());
  // Monday 23 November is the first of ten working days.
  expect(run).toMatchObject({ title: '别省来的核对请求', name: '赵六', clocks: [{ due: { date: '2026-12-04' } }] });
  expect(done(await ask()).events).toHaveLength(1);
  expect(await tangming(staffApi.openForElsewhere, { params: { runId }, body: { ...body, name: '别人' } })).toMatchObject({
    problem: { code: 'content-differs' },
  });

  const looked = await town.at('tangming', runId, { kind: 'looked-into', reason: '婚姻：未婚；车辆：没有' });
  expect(missingWords(looked)).toEqual(['看过本人签的核对授权']);
  done(await town.at('tangming', runId, { kind: 'authorised' }));
  expect((await town.at('tangming', runId, { kind: 'looked-into' })).ok).toBe(false);
  done(await town.at('tangming', runId, { kind: 'looked-into', reason: '婚姻：未婚；车辆：没有' }));

  for (const who of ['heli', 'yangfan', 'denghua'] as const) {
    const call = await town.as(who);
    expect(await call(staffApi.run, { params: { runId } })).toMatchObject({ problem: { code: 'not-found' } });
    expect(done(await call(staffApi.runs, { query: { ended: 'no' } })).items.map((one) => one.runId)).not.toContain(runId);
  }
  expect(await (await town.as('heli'))(staffApi.openForElsewhere, { params: { runId: randomUUID() }, body })).toMatchObject({
    problem: { code: 'forbidden' },
  });

  const waiting = done(await tangming(staffApi.runs, { query: { waitingFor: 'me' } })).items.find((one) => one.runId === runId);
  expect(waiting).toMatchObject({ name: '赵六', due: { date: '2026-12-04' } });
  done(await town.at('tangming', runId, { kind: 'answered', reason: '书面回了：查到的两样' }));
  expect(done(await tangming(staffApi.run, { params: { runId } }))).toMatchObject({ ended: true, clocks: [] });
});

it('永川：没有文件写几天的步骤，件上也写着哪天以前；过了，负责人看得到', async () => {
  const caseId = await putCase(bff, { officeId: ZHONGSHANLU });
  const yangfan = await town.as('yangfan');
  for (const procedure of ['raise', 'review', 'taper'] as const) {
    const runId = randomUUID();
    done(await yangfan(staffApi.openRun, { params: { runId }, body: { procedure, caseId } }));
    const [item] = await bff.sql<{ due: string; open: boolean }[]>`
      select step_due::text as due, open from work_items where subject_id = ${runId}`;
    // Three working days after Sunday the 22nd where no document says how many.
    expect([procedure, item]).toEqual([procedure, { due: '2026-11-25', open: true }]);
  }
});

it('新开一件，写的是她看不到的那一户（近亲属）的号：当没有这一件，不是出错', async () => {
  const ofRelative = await putCase(bff, { officeId: YANGJIAPING });
  const tangming = await town.as('tangming');
  done(
    await tangming(staffApi.declareRelation, {
      params: { relationId: randomUUID() },
      body: { relation: 'sibling', name: SUFEN.name, paper: { kind: 'resident-identity', number: SUFEN.number } },
    }),
  );
  const body = { name: '赵六', reason: '来函问婚姻' };
  expect(await tangming(staffApi.openForElsewhere, { params: { runId: ofRelative }, body })).toMatchObject({
    problem: { code: 'not-found' },
  });
});
