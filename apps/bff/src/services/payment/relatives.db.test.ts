import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { financeFile, nothingPaid, putPayable, sendReturn } from '../../test/payable-for-test.ts';
import { done, SUFEN } from '../../test/people.ts';

let bff: BffForTest;
let household: string;
let ofRelative: string;
beforeAll(async () => {
  bff = await bffForTest();
  done(
    await (await as('heli'))(staffApi.declareRelation, {
      params: { relationId: randomUUID() },
      body: { relation: 'sibling', name: SUFEN.name, paper: { kind: 'resident-identity', number: SUFEN.number } },
    }),
  );
});
afterAll(() => bff.close());
beforeEach(async () => {
  await nothingPaid(bff);
  ofRelative = await putPayable(bff);
  household = await putPayable(bff);
  await bff.sql`update case_members set number_hash = sha256(case_id::text::bytea) where case_id = ${household}`;
});

const as = async (who: string) => (await bff.staff(`sample-${who}`)).call;
const compute = async (who: string) => done(await (await as(who))(staffApi.computePayments, { params: { month: '2026-11' } }));
const freeze = async (listId: string, hash: string) => (await as('heli'))(staffApi.freezePayments, { params: { listId }, body: { hash } });
const file = async (who: string, listId: string) => financeFile(bff, (await bff.staff(`sample-${who}`)).session, listId);

it('近亲属家也在清单里：经办人照样算、冻结，一户不少；那一户的内容她看不到；谁算都一样', async () => {
  const list = await compute('heli');
  expect(list).toMatchObject({ lines: 2, amount: 167_000, noAccount: 0 });
  const seen = done(await (await as('heli'))(staffApi.paymentLines, { params: { listId: list.listId }, query: {} })).items;
  expect(seen.map((one) => one.caseId)).toEqual([household]);
  expect((await compute('huangchunlan')).hash).toBe(list.hash);
  expect(done(await freeze(list.listId, list.hash)).state).toBe('frozen');
  expect(await bff.sql`select count(*)::int as n from payment_lines where case_id = ${ofRelative} and state = 'to-pay'`).toEqual([
    { n: 1 },
  ]);
});

it('给财政的文件要么一户不少，要么不给：她取不了，说请另一位来；回执谁导都记全', async () => {
  const { listId, hash } = await compute('heli');
  done(await freeze(listId, hash));
  done(await (await as('tangming'))(staffApi.releasePayments, { params: { listId }, body: { hash } }));
  done(await (await as('heli'))(staffApi.exportPayments, { params: { listId } }));
  const refused = await file('heli', listId);
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { code: 'forbidden', fields: [{ sentence: '这份清单里有您备案的近亲属，请另一位经办人来取文件。' }] },
  ]);
  const rows = (await (await file('huangchunlan', listId)).text()).trim().split('\r\n');
  expect(rows.length).toBe(3);
  const answered = rows.map((row, i) => (i === 0 ? row : row.replace(/,,$/, ',已发,'))).join('\r\n');
  expect((await sendReturn(bff, (await bff.staff('sample-heli')).session, listId, answered)).ok).toBe(true);
  expect(await bff.sql`select state, count(*)::int as n from payment_lines group by 1`).toEqual([{ state: 'paid', n: 2 }]);
  expect(await bff.sql`select count(*)::int as n from case_events where kind = 'paid' and case_id = ${ofRelative}`).toEqual([{ n: 1 }]);
});

it('近亲属家的不一样说不清为什么：她冻结不了，也不知道是哪一户', async () => {
  await bff.sql`insert into case_benefits (case_id, kind, office_id, amount, since) values (${ofRelative}, 'orphan', '500107001', 100, '2026-10-01')`;
  const { listId, hash } = await compute('heli');
  expect(await freeze(listId, hash)).toMatchObject({
    problem: {
      code: 'payment-unexplained',
      fields: [{ sentence: '有一户的不一样还没有说明，和您备案的近亲属有关，请另一位经办人看。' }],
    },
  });
});
