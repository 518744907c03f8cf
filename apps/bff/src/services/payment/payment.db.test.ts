import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { verify } from '../../test/case-for-test.ts';
import { byImport, financeFile, nothingPaid, putAccount, putPayable, sendReturn } from '../../test/payable-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { refusedOnTrail } from '../../test/trail-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());
beforeEach(() => nothingPaid(bff));

const as = async (who: string) => (await bff.staff(`sample-${who}`)).call;
const compute = async (month = '2026-11') => done(await (await as('heli'))(staffApi.computePayments, { params: { month } }));
const freeze = async (listId: string, hash: string, who = 'heli') =>
  (await as(who))(staffApi.freezePayments, { params: { listId }, body: { hash } });
const release = async (listId: string, hash: string, who = 'tangming') =>
  (await as(who))(staffApi.releasePayments, { params: { listId }, body: { hash } });
const linesOf = async (listId: string) => done(await (await as('heli'))(staffApi.paymentLines, { params: { listId }, query: {} })).items;
const differencesOf = async (listId: string) =>
  done(await (await as('heli'))(staffApi.paymentDifferences, { params: { listId }, query: {} })).items;
const sentences = (answer: { ok: boolean; problem?: { fields?: { sentence: string }[] | undefined } }) =>
  (answer.problem?.fields ?? []).map((one) => one.sentence);
const session = async () => (await bff.staff('sample-heli')).session;

/** Until the finance office has it. @returns the file's lines */
async function exported(month = '2026-11'): Promise<{ listId: string; rows: string[] }> {
  const { listId, hash } = await compute(month);
  done(await freeze(listId, hash));
  done(await release(listId, hash));
  done(await (await as('heli'))(staffApi.exportPayments, { params: { listId } }));
  const text = await (await financeFile(bff, await session(), listId)).text();
  return { listId, rows: text.trim().split('\r\n') };
}
/** Every line paid, but those said. */
const answered = (rows: readonly string[], bounced: Readonly<Record<number, string>> = {}) =>
  rows.map((row, i) => (i === 0 ? row : row.replace(/,,$/, bounced[i] ? `,退回,${bounced[i]}` : ',已发,'))).join('\r\n');

describe('算清单', () => {
  it('这个月 1 日在发的，每样一行，合计相符；再算一次一样；零元的不列', async () => {
    await putPayable(bff, {
      benefits: [
        { kind: 'subsistence', fen: 83_550 },
        { kind: 'marginal', fen: 0 },
      ],
    });
    await putPayable(bff, {
      benefits: [
        { kind: 'destitute', fen: 91_001, memberId: 'm2' },
        { kind: 'subsistence', fen: 50_000 },
      ],
    });
    const list = await compute();
    expect(list).toMatchObject({ month: '2026-11', state: 'draft', lines: 3, amount: 224_551, noAccount: 1, carried: 0, unexplained: 0 });
    const again = await compute();
    expect([again.listId, again.hash]).toEqual([list.listId, list.hash]);
    // What is one person's goes to their own account; 张国福 has none on record.
    expect((await linesOf(list.listId)).map((one) => [one.name, one.amount, one.account ?? null, one.state])).toEqual([
      ['李素芬', 83_550, '0123', 'to-pay'],
      ['张国福', 91_001, null, 'no-account'],
      ['李素芬', 50_000, '0123', 'to-pay'],
    ]);
  });

  it('月头月尾：下月 1 日起的这个月没有；到月末止的这个月有、下个月没有；同一样重叠只算一次', async () => {
    await putPayable(bff, { number: 'A', benefits: [{ kind: 'subsistence', fen: 100, since: '2026-11-01' }] });
    await putPayable(bff, { number: 'B', benefits: [{ kind: 'subsistence', fen: 200, since: '2026-11-02' }] });
    await putPayable(bff, { number: 'C', benefits: [{ kind: 'subsistence', fen: 400, since: '2026-12-01' }] });
    const ends = await putPayable(bff, { number: 'D', benefits: [{ kind: 'subsistence', fen: 800 }] });
    const twice = await putPayable(bff, { number: 'E', benefits: [{ kind: 'subsistence', fen: 1600 }] });
    await byImport(bff, async (sql) => {
      await sql`update case_benefits set until = '2026-11-30' where case_id = ${ends}`;
      await sql`insert into case_benefits (case_id, kind, office_id, amount, since) values (${twice}, 'subsistence', '500107001', 3200, '2026-10-01')`;
    });
    const paid = async (month: string) => (await linesOf((await compute(month)).listId)).map((one) => [one.registerNumber, one.amount]);
    expect(await paid('2026-11')).toEqual([
      ['A', 100],
      ['D', 800],
      ['E', 3200],
    ]);
    expect(await paid('2026-12')).toEqual([
      ['A', 100],
      ['B', 200],
      ['C', 400],
      ['E', 3200],
    ]);
  });

  it('渐退期照原金额发，写明是渐退期', async () => {
    await putPayable(bff, { taper: { from: '2026-09-01', until: '2027-02-28' } });
    expect((await linesOf((await compute()).listId)).map((one) => [one.amount, one.taper])).toEqual([[83_500, true]]);
  });

  it('只算上月、这月、下月的；审计、协理员、别的镇街都算不了、看不到', async () => {
    const heli = await as('heli');
    expect(sentences(await heli(staffApi.computePayments, { params: { month: '2027-01' } }))).toEqual(['只算上个月、这个月、下个月的。']);
    expect(await (await as('luowenjing'))(staffApi.computePayments, { params: { month: '2026-11' } })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    const { listId } = await compute();
    const params = { listId };
    expect(await (await as('denghua'))(staffApi.paymentList, { params })).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await (await as('yangfan'))(staffApi.paymentList, { params })).toMatchObject({ problem: { code: 'not-found' } });
    expect(await (await as('yangfan'))(staffApi.paymentLines, { params, query: {} })).toMatchObject({ problem: { code: 'not-found' } });
    expect(done(await (await as('luowenjing'))(staffApi.paymentList, { params })).may).toEqual([]);
    expect(done(await (await as('tangming'))(staffApi.paymentLists, {})).map((one) => one.listId)).toEqual([listId]);
  });
});

describe('冻结、放行', () => {
  it('一个人冻结，另一个人放行；冻结的人自己放不了，库里也不让', async () => {
    await putPayable(bff);
    const { listId, hash } = await compute();
    const frozen = done(await freeze(listId, hash));
    expect(frozen).toMatchObject({ state: 'frozen', frozen: { who: '何丽' }, may: ['send-back'] });
    expect(await release(listId, hash, 'heli')).toMatchObject({ problem: { code: 'payment-second-person' } });
    // The district decides here; another handler does not let it go.
    expect(await release(listId, hash, 'huangchunlan')).toMatchObject({ problem: { code: 'forbidden' } });
    await expect(
      bff.sql`update payment_lists set state = 'released', released_by = frozen_by, released_at = now() where id = ${listId}`.execute(),
    ).rejects.toMatchObject({ constraint_name: 'payment_lists_four_eyes' });
    expect(done(await release(listId, hash))).toMatchObject({ state: 'released', released: { who: '唐明' } });
    expect(done(await release(listId, hash)).state).toBe('released');
  });

  it('两个人同时冻结：一个成；同一个人点两次是一次；看的和现在的不一样，先看新的', async () => {
    await putPayable(bff);
    const { listId, hash } = await compute();
    await putPayable(bff);
    expect(await freeze(listId, hash)).toMatchObject({ problem: { code: 'state-changed' } });
    const now = await compute();
    expect(now).toMatchObject({ lines: 2, state: 'draft' });
    const both = await Promise.all([freeze(listId, now.hash, 'heli'), freeze(listId, now.hash, 'huangchunlan')]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.find((one) => !one.ok)).toMatchObject({ problem: { code: 'state-changed' } });
    const first = both[0]?.ok ? 'heli' : 'huangchunlan';
    expect(done(await freeze(listId, now.hash, first)).state).toBe('frozen');
  });

  it('冻结以后一行也不变：再来一户、改了钱，都不动它；行和清单在库里也改不了', async () => {
    const caseId = await putPayable(bff);
    const { listId, hash } = await compute();
    done(await freeze(listId, hash));
    await putPayable(bff);
    await byImport(bff, (sql) => sql`update case_benefits set amount = 90000 where case_id = ${caseId}`);
    expect(await compute()).toMatchObject({ listId, state: 'frozen', lines: 1, amount: 83_500, hash });
    const refuses = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'AS003' });
    await refuses(bff.sql`update payment_lines set amount = 1 where list_id = ${listId}`.execute());
    await refuses(bff.sql`delete from payment_lines where list_id = ${listId}`.execute());
    await refuses(bff.sql`update payment_lists set amount = 1 where id = ${listId}`.execute());
    await refuses(bff.sql`update payment_lists set state = 'exported', frozen_by = 'sample-huangchunlan' where id = ${listId}`.execute());
    await refuses(bff.sql`delete from payment_lists where id = ${listId}`.execute());
  });

  it('下个月的没到 1 日冻结不了；退回写明原因，重算再冻结；中间不漏月', async () => {
    await putPayable(bff);
    const next = await compute('2026-12');
    expect(sentences(await freeze(next.listId, next.hash))).toEqual(['这个月还没到：到了 1 日再冻结。']);
    const last = await compute('2026-10');
    done(await freeze(last.listId, last.hash));
    const back = (await as('tangming'))(staffApi.sendPaymentsBack, { params: { listId: last.listId }, body: { reason: '先核对一户' } });
    expect(done(await back)).toMatchObject({ state: 'draft', sentBack: '先核对一户' });
    done(await freeze(last.listId, last.hash, 'huangchunlan'));
    expect(done(await release(last.listId, last.hash)).sentBack).toBeUndefined();
    bff.pass(20 * 24 * 3_600_000);
    try {
      const december = await compute('2026-12');
      expect(sentences(await freeze(december.listId, december.hash))).toEqual(['2026年11月的还没有冻结，先冻结那一份。']);
    } finally {
      bff.pass(-20 * 24 * 3_600_000);
    }
  });
});

describe('和上一份比', () => {
  it('新来、变多、变少、没有了，每一样写明哪一次导入', async () => {
    const [raised, less, stops] = [
      await putPayable(bff, { number: 'R' }),
      await putPayable(bff, { number: 'L' }),
      await putPayable(bff, { number: 'S' }),
    ];
    await putPayable(bff, { number: 'Z' });
    const before = await compute('2026-10');
    done(await freeze(before.listId, before.hash));
    const importId = await byImport(bff, async (sql) => {
      await sql`update case_benefits set amount = 90000 where case_id = ${raised}`;
      await sql`update case_benefits set amount = 70000 where case_id = ${less}`;
      await sql`update case_benefits set until = '2026-10-15' where case_id = ${stops}`;
    });
    await putPayable(bff, { number: 'N' });
    const list = await compute();
    expect(list).toMatchObject({ previous: '2026-10', differences: { new: 1, raised: 1, less: 1, stopped: 1 }, unexplained: 0 });
    const found = await differencesOf(list.listId);
    expect(found.map((one) => [one.registerNumber, one.what, one.before, one.after])).toEqual([
      ['S', 'stopped', 83_500, 0],
      ['L', 'less', 83_500, 70_000],
      ['R', 'raised', 83_500, 90_000],
      ['N', 'new', 0, 83_500],
    ]);
    expect(found.slice(0, 3).map((one) => one.cause)).toEqual(
      Array(3).fill({ kind: 'import', id: importId, title: '在册名单.csv', on: '2026-11-22' }),
    );
  });

  it('说不清为什么的：冻结不了，说出是哪一户', async () => {
    const caseId = await putPayable(bff, { number: 'Q' });
    await bff.sql`insert into case_benefits (case_id, kind, office_id, amount, since) values (${caseId}, 'orphan', '500107001', 100, '2026-10-01')`;
    const list = await compute();
    expect(list).toMatchObject({ unexplained: 1, may: ['compute'] });
    const refused = await freeze(list.listId, list.hash);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'payment-unexplained' } });
    expect(sentences(refused)).toEqual([expect.stringMatching(/^Q .*新来，没有程序、也没有导入说明为什么$/)]);
  });
});

describe('给财政、财政的回执', () => {
  it('没放行的导不出；金额按数字写；像公式的名字不成公式；两种编码一样的字', async () => {
    await putPayable(bff, { number: 'X1', benefits: [{ kind: 'subsistence', fen: 83_505 }], account: '=1+1' });
    await putPayable(bff, { number: 'X2', account: null });
    const { listId, hash } = await compute();
    const heli = await as('heli');
    expect((await financeFile(bff, await session(), listId)).status).toBe(409);
    expect(await heli(staffApi.exportPayments, { params: { listId } })).toMatchObject({ problem: { code: 'state-changed' } });
    done(await freeze(listId, hash));
    done(await release(listId, hash));
    done(await heli(staffApi.exportPayments, { params: { listId } }));
    const answer = await financeFile(bff, await session(), listId);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="payments-500107001-2026-11.csv"');
    const text = await answer.text();
    expect(text.trim().split('\r\n')).toEqual([
      '清单编号,月份,序号,户编号,姓名,证件号码,待遇,金额(元),开户银行,账号,备注,结果,退回原因',
      `500107001-2026-11,2026-11,1,X1,李素芬,500107196303120022,低保,835.05,农商行,'=1+1,,,`,
    ]);
    const other = await (await financeFile(bff, await session(), listId, 'gb18030')).arrayBuffer();
    expect(new TextDecoder('gb18030').decode(other)).toBe(text);
  });

  it('发了的进档、进收件箱；退回的下一份再发，标明补哪个月；同一份送两次是一次', async () => {
    const someone = await resident(bff, 'payee');
    await verify(bff, someone.accountId);
    const paidCase = await putPayable(bff, { number: 'K1' });
    const bouncedCase = await putPayable(bff, { number: 'K2' });
    const { listId, rows } = await exported('2026-10');
    const file = answered(rows, { 2: '户名不符' });
    const taken = await sendReturn(bff, await session(), listId, file);
    expect(taken).toMatchObject({ status: 201, data: { state: 'returned', paid: 1, bounced: 1 } });
    expect(await sendReturn(bff, await session(), listId, file)).toMatchObject({ status: 200, data: { paid: 1 } });
    expect(await sendReturn(bff, await session(), listId, `${file}\r\n`)).toMatchObject({ status: 409 });
    await bff.worker.drain();
    const inbox = done(await someone.call(residentApi.messages, { query: {} }));
    const told = inbox.items.filter((one) => one.kind === 'paid');
    expect(told.map((one) => one.sentence.sentence)).toEqual([
      expect.stringMatching(/^2026年10月的待遇一共 ?835 元，财政说已经发到尾号 0123 的账号/),
    ]);
    expect(told[0]?.title).not.toMatch(/\d/);
    const events = await bff.sql`select case_id, kind from case_events where subject_id = ${listId} order by kind`;
    expect(events).toEqual([
      { case_id: paidCase, kind: 'paid' },
      { case_id: bouncedCase, kind: 'payment-bounced' },
    ]);
    const file_ = done(await (await as('heli'))(staffApi.caseFile, { params: { caseId: paidCase } }));
    expect(file_.events.map((one) => one.sentence)).toContain('李素芬：财政回执：钱发到账号了');
    // What bounced is owed still.
    const next = await compute();
    expect(next).toMatchObject({ lines: 3, carried: 1, differences: { new: 0, raised: 0, less: 0, stopped: 0 } });
    expect((await linesOf(next.listId)).map((one) => [one.registerNumber, one.forMonth])).toEqual([
      ['K1', '2026-11'],
      ['K2', '2026-10'],
      ['K2', '2026-11'],
    ]);
  });

  it('没有账号的不丢：一直列着，有了账号就发，不重发', async () => {
    const caseId = await putPayable(bff, { account: null });
    await putPayable(bff, { number: 'W' });
    const october = await exported('2026-10');
    expect(october.rows).toHaveLength(2);
    expect((await sendReturn(bff, await session(), october.listId, answered(october.rows))).ok).toBe(true);
    await putAccount(bff, caseId, '6217009999');
    const november = await exported();
    expect(
      november.rows
        .slice(1)
        .map((row) => row.split(',')[10])
        .sort(),
    ).toEqual(['', '', '补2026年10月']);
    await expect(
      bff.sql`insert into payment_lines select (select id from payment_lists where month = '2026-11'), 99, for_month, office_id, case_id, kind, member_id,
        payee_id, register_number, amount, since, taper, payee_sealed, state, bounce_reason from payment_lines where list_id = ${october.listId} and state = 'paid'`.execute(),
    ).rejects.toMatchObject({ code: '23505' });
  });

  it('别的月份、别的清单、金额不同、写两次、少行、原因不在册：都说出来，什么也不记', async () => {
    for (const number of ['B1', 'B2', 'B3', 'B4']) await putPayable(bff, { number });
    const { listId, rows } = await exported();
    const good = answered(rows).split('\r\n');
    const [head = '', one = '', two = '', three = '', four = ''] = good;
    const wrong = async (...lines: string[]) => {
      const answer = await sendReturn(bff, await session(), listId, lines.join('\r\n'));
      expect(answer).toMatchObject({ ok: false, status: 422, problem: { code: 'payment-return-wrong' } });
      const [why, ...said] = [...(sentences(answer) ?? [])].reverse();
      expect(why).toBe('依据：渝民发〔2024〕12号 （二十二）。回执怎么和清单对，文件没有写，是我们的约定。');
      return said.reverse();
    };
    expect(
      await wrong(
        head,
        one.replaceAll('2026-11', '2026-10'),
        two.replace('500107001-2026-11', '500107002-2026-11'),
        three.replace('835.00', '835.01'),
        four,
        four,
      ),
    ).toEqual([
      '第 2 行：写的是 2026-10 月份，这份清单是 2026-11',
      '第 3 行：清单编号 500107002-2026-11 不是这一份的',
      '第 4 行：序号 3 的金额和清单不一样',
      '第 6 行：序号 4 写了两次',
    ]);
    expect(await wrong(head, one, two, three)).toEqual(['清单里的第 4 行没有回，共 1 行']);
    expect(await wrong(head, one, two, three, four.replace(',已发,', ',退回,不知道'))).toEqual([
      expect.stringContaining('退回原因要在这几样里'),
    ]);
    expect(await wrong(head, one, two, three, four.replace(/,4,/, ',77,'))).toEqual(['第 5 行：序号 77 不在导出的清单里']);
    expect(await wrong('月份,序号')).toEqual(['第 1 行：少了这几列：清单编号、金额(元)、结果、退回原因']);
    expect(await bff.sql`select state from payment_lines where list_id = ${listId} and state <> 'to-pay'`).toEqual([]);
    expect(await bff.sql`select id from audit_log where action = 'payments-return-refused' and object_id = ${listId}`).toHaveLength(5);
    expect(new Set(await refusedOnTrail(bff, listId))).toEqual(new Set(['payment-return-wrong why']));
  });
});
