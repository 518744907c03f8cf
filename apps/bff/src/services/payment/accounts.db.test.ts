import { staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { verify } from '../../test/case-for-test.ts';
import { financeFile, nothingPaid, putAccount, putPayable, sendReturn } from '../../test/payable-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());
beforeEach(async () => {
  await nothingPaid(bff);
  await bff.sql`delete from work_items where kind = 'account'`;
});

const as = async (who: string) => (await bff.staff(`sample-${who}`)).call;
const compute = async (month: string) => done(await (await as('heli'))(staffApi.computePayments, { params: { month } }));
const items = async () =>
  done(await (await as('heli'))(staffApi.queue, { query: { lane: 'changes' } })).items.filter((one) => one.kind === 'account');
const linesOf = async (listId: string) => done(await (await as('heli'))(staffApi.paymentLines, { params: { listId }, query: {} })).items;
const toldTo = async (accountId: string) => bff.sql`select 1 from messages where account_id = ${accountId} and kind = 'account-needed'`;

/** Frozen, released and with the finance office. @returns the file's lines */
async function exported(month: string): Promise<{ listId: string; rows: string[] }> {
  const { listId, hash } = await compute(month);
  done(await (await as('heli'))(staffApi.freezePayments, { params: { listId }, body: { hash } }));
  done(await (await as('tangming'))(staffApi.releasePayments, { params: { listId }, body: { hash } }));
  done(await (await as('heli'))(staffApi.exportPayments, { params: { listId } }));
  const text = await (await financeFile(bff, (await bff.staff('sample-heli')).session, listId)).text();
  return { listId, rows: text.trim().split('\r\n') };
}

describe('没有能收钱的账户', () => {
  it('成了队列里的一件，有期限、谁都能领；家里人收到一句好话，一个月一句；钱留着，有了账户下一份就发', async () => {
    const caseId = await putPayable(bff, { number: 'A00001', account: null });
    const sufen = await resident(bff, 'account-sufen');
    await verify(bff, sufen.accountId);
    const list = await compute('2026-11');
    expect(list).toMatchObject({ lines: 1, noAccount: 1 });
    await bff.worker.drain();
    await compute('2026-11');
    await bff.worker.drain();
    const [item, ...others] = await items();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ number: 'A00001', subjectId: caseId, about: '没有收款账户，钱先留着', state: 'to-do' });
    expect(item?.step.title).toBe('请这家补一个收款账户');
    expect(item?.step.left).toBe(3);
    expect(await toldTo(sufen.accountId)).toHaveLength(1);
    const first = await exported('2026-11');
    expect((await linesOf(first.listId)).map((one) => one.state)).toEqual(['no-account']);
    await bff.worker.chores();
    expect(await items()).toHaveLength(1);
    await putAccount(bff, caseId, '6217009999999999999');
    await bff.worker.chores();
    expect(await items()).toEqual([]);
    const next = await compute('2026-12');
    // Two months: nothing of it was lost.
    expect((await linesOf(next.listId)).map((one) => [one.forMonth, one.state])).toEqual([
      ['2026-11', 'to-pay'],
      ['2026-12', 'to-pay'],
    ]);
  });

  it('钱退回来的也一样：换了账户这件才没有，没换不算', async () => {
    const caseId = await putPayable(bff, { number: 'A00002' });
    const { listId, rows } = await exported('2026-11');
    expect(await items()).toEqual([]);
    const back = rows.map((row, i) => (i === 0 ? row : row.replace(/,,$/, ',退回,账户已销户'))).join('\r\n');
    done(await sendReturn(bff, (await bff.staff('sample-heli')).session, listId, back));
    await bff.worker.drain();
    expect((await items()).map((one) => one.about)).toEqual(['发的钱退回来了，下一份清单再发']);
    await compute('2026-12');
    await bff.worker.chores();
    expect(await items()).toHaveLength(1);
    await putAccount(bff, caseId, '6217008888888888888');
    await bff.worker.chores();
    expect(await items()).toEqual([]);
  });
});
