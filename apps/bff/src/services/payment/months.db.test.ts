import { staffApi } from '@assist/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayInShanghai } from '../../clock.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { byImport, financeFile, nothingPaid, putAccount, putPayable, sendReturn } from '../../test/payable-for-test.ts';
import { done } from '../../test/people.ts';
import { firstDay, monthsLater } from './month.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const DAY = 24 * 3_600_000;
const as = async (who: string) => (await bff.staff(`sample-${who}`)).call;

interface Known {
  readonly caseId: string;
  /** What is paid from which first of a month on; 0 is nothing. */
  readonly amounts: { from: string; fen: number }[];
}
const owedIn = ({ amounts }: Known, month: string): number => amounts.findLast((one) => one.from <= firstDay(month))?.fen ?? 0;

/** A decision counts from the first of the next month: the old row ends the day before. */
async function decide(one: Known, fen: number, month: string): Promise<void> {
  const from = firstDay(monthsLater(month, 1));
  if (one.amounts.at(-1)?.from === from) return;
  one.amounts.push({ from, fen });
  await byImport(bff, async (sql) => {
    await sql`update case_benefits set until = ${from}::date - 1 where case_id = ${one.caseId} and until is null`;
    if (fen > 0)
      await sql`insert into case_benefits (case_id, kind, office_id, amount, since) values (${one.caseId}, 'subsistence', '500107001', ${fen}, ${from})`;
  });
}

/** A month to its return. */
async function payOut(month: string, bounces: readonly boolean[]): Promise<string> {
  const [heli, tangming] = [await as('heli'), await as('tangming')];
  const { listId, hash, unexplained } = done(await heli(staffApi.computePayments, { params: { month } }));
  expect(unexplained).toBe(0);
  const params = { listId };
  done(await heli(staffApi.freezePayments, { params, body: { hash } }));
  done(await tangming(staffApi.releasePayments, { params, body: { hash } }));
  done(await heli(staffApi.exportPayments, { params }));
  const { session } = await bff.staff('sample-heli');
  const [head, ...rows] = (await (await financeFile(bff, session, listId)).text()).trim().split('\r\n');
  const back = rows.map((row, i) => row.replace(/,,$/, bounces[i % bounces.length] ? ',退回,其他' : ',已发,'));
  expect((await sendReturn(bff, session, listId, [head, ...back].join('\r\n'))).status).toBe(201);
  return listId;
}

const step = fc.record({
  decisions: fc.array(fc.record({ who: fc.nat(4), fen: fc.constantFrom(0, 1, 53_505, 90_000) }), { maxLength: 3 }),
  account: fc.boolean(),
  bounces: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
});

it('随便怎么加、减、停、退回：每月的行加起来就是在发的；没有人同一个月拿两次；没有人掉了', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
      await nothingPaid(bff);
      const known: Known[] = [];
      for (let i = 0; i < 5; i++)
        known.push({
          caseId: await putPayable(bff, i === 0 ? { account: null } : {}),
          amounts: [{ from: '2024-03-01', fen: 83_500 }],
        });
      const owed: string[] = [];
      for (const { decisions, account, bounces } of steps) {
        const month = dayInShanghai(bff.clock()).slice(0, 7);
        if (account && known[0]) await putAccount(bff, known[0].caseId, '6217000001');
        for (const { who, fen } of decisions) await decide(known[who] as Known, fen, month);
        const listId = await payOut(month, bounces);
        const [sum] =
          await bff.sql`select coalesce(sum(amount), 0)::int as fen from payment_lines where list_id = ${listId} and for_month = ${month}`;
        expect(sum?.fen).toBe(known.reduce((total, one) => total + owedIn(one, month), 0));
        owed.push(...known.filter((one) => owedIn(one, month) > 0).map((one) => `${month} ${one.caseId}`));
        bff.pass(31 * DAY);
      }
      const paid = await bff.sql`select for_month || ' ' || case_id as what from payment_lines where state = 'paid'`;
      expect(new Set(paid.map((one) => one.what)).size).toBe(paid.length);
      // What was not paid stands in the newest list, bounced or without an account.
      const open = await bff.sql`select for_month || ' ' || case_id as what from payment_lines l join payment_lists p on p.id = l.list_id
        where l.state in ('bounced', 'no-account') and p.month = (select max(month) from payment_lists)`;
      expect([...paid, ...open].map((one) => one.what).sort()).toEqual(owed.sort());
    }),
    { numRuns: 4, seed: 21 },
  );
}, 120_000);
