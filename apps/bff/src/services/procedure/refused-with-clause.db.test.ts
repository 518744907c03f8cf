import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { citationOf } from '@assist/policy-chongqing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest, yuan } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { refusedOnTrail } from '../../test/trail-for-test.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const sentences = (answer: Awaited<ReturnType<typeof town.at>>): string =>
  answer.ok ? 'recorded' : (answer.problem.fields ?? []).map((one) => one.sentence).join('；');
/** An opinion on the allowance, in yuan a month; the household has 835. */
const amount = (of: number) => ({
  kind: 'opinion' as const,
  reason: '收入变了',
  proposal: { benefits: [{ kind: 'subsistence' as const, amount: yuan(of) }] },
});
const label = (id: string) => citationOf(id)?.label ?? id;

it('提意见的人后来到区里确认：不行，说依据；另一个人才行', async () => {
  const runId = await town.open('raise', await town.household());
  done(await town.at('heli', runId, amount(900)));
  done(await town.at('heli', runId, { kind: 'notice-posted' }));
  bff.pass(8 * DAY);
  await bff.sql`update staff_accounts set role = 'confirmer', district = '500107' where id = 'sample-heli'`;
  const own = sentences(await town.at('heli', runId, { kind: 'confirmed', reason: '同意' }));
  await bff.sql`update staff_accounts set role = 'handler', district = null where id = 'sample-heli'`;
  expect(own).toContain('确认的人不是提意见的人');
  expect(own).toContain(label('SAL2026-44'));
  expect(await refusedOnTrail(bff, runId)).toEqual(['step-missing confirmed']);
  done(await town.at('tangming', runId, { kind: 'confirmed', reason: '同意' }));
});

it('申请没人去看过、只有一个人去看过：提不了意见，说依据；延长期限没写理由的也不行', async () => {
  const someone = await resident(bff, 'lonevisit');
  const applicationId = randomUUID();
  done(await someone.submit(applicationId));
  const heli = await town.as('heli');
  done(await heli(staffApi.markOpened, { params: { applicationId } }));
  done(await heli(staffApi.accept, { params: { applicationId } }));
  const { runId } = done(await heli(staffApi.runOfApplication, { params: { applicationId } }));
  const noVisit = sentences(await town.at('heli', runId, town.less));
  done(await town.at('heli', runId, town.visit('何丽')));
  const byOne = sentences(await town.at('heli', runId, town.less));
  for (const refused of [noVisit, byOne]) {
    expect(refused).toContain('两人以上入户走访过');
    expect(refused).toContain(label('MCA57-16'));
  }
  const noReason = sentences(await town.at('heli', runId, { kind: 'extended', reason: '忙' }));
  expect(noReason).toContain(label('YM239-3-1d'));
  expect(await refusedOnTrail(bff, runId)).toEqual(['step-missing opinion', 'step-missing opinion', 'step-missing extended']);
});

it('拿“没认证”作停发的理由：写不进去，说依据，留痕', async () => {
  const runId = await town.open('stop', await town.household());
  const refused = sentences(await town.at('heli', runId, { kind: 'ground-named', ground: 'not-authenticated' }));
  expect(refused).toMatch(/^理由只能是/);
  expect(refused).not.toContain('认证');
  expect(refused).toContain(label('JLP53-6-4'));
  expect(await refusedOnTrail(bff, runId)).toEqual(['step-missing ground-named']);
});

it('增发写得比现在少：提不了，说要走减发；写得多的照走；后来涨了，旧意见变成少发，也不生效', async () => {
  const caseId = await town.household();
  const runId = await town.open('raise', caseId);
  const refused = sentences(await town.at('heli', runId, amount(834)));
  expect(refused).toContain('增发不能写得比它少');
  expect(refused).toContain('要减的另走减发');
  expect(refused).toContain(label('JLP53-6-3'));
  expect(await refusedOnTrail(bff, runId)).toEqual(['step-missing opinion']);
  const raise = async (run: string, to: number) => {
    done(await town.at('heli', run, amount(to)));
    done(await town.at('heli', run, { kind: 'notice-posted' }));
  };
  const other = await town.open('raise', caseId);
  await raise(runId, 850);
  await raise(other, 900);
  bff.pass(8 * DAY);
  done(await town.at('tangming', other, { kind: 'confirmed', reason: '同意' }));
  done(await town.at('tangming', runId, { kind: 'confirmed', reason: '同意' }));
  done(await town.at('heli', other, { kind: 'takes-effect' }));
  expect(sentences(await town.at('heli', runId, { kind: 'takes-effect' }))).toContain('增发不能写得比它少');
  expect(await bff.sql`select amount::int from case_benefits where case_id = ${caseId} and until is null`).toMatchObject([
    { amount: 90_000 },
  ]);
});
