import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { household, member, moneyOf, monthly, putCase } from '../../test/case-for-test.ts';
import { done, SUFEN, YANGJIAPING } from '../../test/people.ts';
import { changeClerk, changeForm, emptyChanges, on, verified } from './told-for-test.ts';

let bff: BffForTest;
let caseId: string;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());
beforeEach(async () => {
  await emptyChanges(bff);
  caseId = await putCase(bff);
});

const sufen = () => verified(bff, `sufen${'x'.repeat(++people)}`, SUFEN);

describe('先看看会怎样', () => {
  it('什么也不写下', async () => {
    const me = await sufen();
    const count =
      () => bff.sql`select (select count(*) from change_notices) + (select count(*) from work_items) + (select count(*) from case_events)
      + (select count(*) from outbox) + (select count(*) from audit_log where action like 'change%') as n`;
    const before = [...(await count())];
    const preview = done(await me.preview(changeForm(caseId)));
    expect([...(await count())]).toEqual(before);
    expect(preview.decides.clauses.length).toBeGreaterThan(0);
  });

  it('找到工作、超过低保线：六个月渐退，钱不变，一行一行算给人看', async () => {
    await emptyChanges(bff);
    const two = await putCase(bff, { household: household([member('m1'), member('m2')]) });
    const preview = done(
      await (await sufen()).preview(
        changeForm(two, { changed: [{ event: 'job-found', member: 'm2', happenedOn: on('2026-11-01'), income: [monthly(2000)] }] }),
      ),
    );
    const [effect] = preview.effects;
    expect(effect).toMatchObject({
      outcome: 'taper',
      goodNews: false,
      amountBefore: 154000,
      amountAfter: 154000,
      taperMonths: ['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'],
    });
    // No document says the month: the six months rest on an assumption, which is cited, and no first month is named.
    expect(effect?.fromMonth).toBeUndefined();
    expect(effect?.sentence.clauses.map((one) => one.id)).toContain('taper-from-next-month');
    expect(effect?.working).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: '张国福', text: '工资每月 2,000 元' }),
        expect.objectContaining({ title: '变化以后', text: '算 2 口人，每人每月 1,000 元' }),
        expect.objectContaining({ title: '低保线', text: '每人每月 770 元', clauses: [expect.objectContaining({ id: 'F3-01' })] }),
        expect.objectContaining({ title: '低保线的 1.5 倍', text: '每人每月 1,155 元' }),
      ]),
    );
    expect(preview.afterLeaving?.clauses.map((one) => one.id)).toContain('YMF12-5c');
    expect(preview.passOn?.clauses.map((one) => one.id)).toEqual(['YMF12-20c']);
  });

  it('会多的是好消息：添了孩子（770×3＋学龄前另加），说清从哪个月起没有写', async () => {
    const preview = done(
      await (await sufen()).preview(
        changeForm(caseId, {
          changed: [
            {
              event: 'birth',
              happenedOn: on('2026-11-01'),
              joins: { ...member('n1', { relation: 'child', schooling: 'preschool', birthDate: on('2026-11-01') }), name: '小宝' } as never,
            },
          ],
        }),
      ),
    );
    const [effect] = preview.effects;
    expect(effect).toMatchObject({ outcome: 'more', goodNews: true, amountBefore: 154000 });
    expect(effect?.amountAfter).toBeGreaterThanOrEqual(231000);
    expect(effect?.working.find((one) => one.title === '从哪个月起')?.text).toContain('没有写');
    expect(preview.afterLeaving).toBeUndefined();
  });

  it('没答的：说还差哪几问，不猜；两样一起报：另给加在一起的', async () => {
    const preview = done(
      await (await sufen()).preview(
        changeForm(caseId, {
          changed: [
            { event: 'wage-up', member: 'm1' },
            { event: 'address', happenedOn: on('2026-11-01') },
          ],
        }),
      ),
    );
    expect(preview.effects.map((one) => one.outcome)).toEqual(['ask', 'unchanged']);
    expect(preview.effects[0]?.missing).toEqual(['这位家人现在每月有哪些收入？']);
    expect(preview.together).toMatchObject({ event: 'together', outcome: 'ask' });
    expect(preview.effects[0]?.amountAfter).toBeUndefined();
  });

  it('册上没有：能说的照说，没有金额；领的是别的待遇：也不编数', async () => {
    const me = await sufen();
    const unknown = done(
      await me.preview(
        changeForm(undefined, {
          person: { name: '李素芬' },
          residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
          changed: [{ event: 'wage-down' }, { event: 'address' }],
        }),
      ),
    );
    expect(unknown.effects.map((one) => [one.outcome, one.amountBefore])).toEqual([
      ['officer', undefined],
      ['unchanged', undefined],
    ]);
    await emptyChanges(bff);
    const support = await putCase(bff, {
      household: household([member('m1')]),
      benefits: [{ kind: 'destitute', yuan: 1001, memberId: 'm1' }],
    });
    const other = done(
      await me.preview(changeForm(support, { changed: [{ event: 'pension', member: 'm1', income: [monthly(900, 'pension')] }] })),
    );
    expect(other.effects).toMatchObject([{ outcome: 'officer', working: [] }]);
    expect(other.effects[0]).not.toHaveProperty('amountBefore');
  });
});

describe('有亲人过世', () => {
  it('家里谁都能报；话轻；殡葬减免、三个月都说到；不提退钱；钱一分没动', async () => {
    const before = await moneyOf(bff);
    const wife = await sufen();
    const form = changeForm(caseId, {
      reporter: { as: 'family', relation: '妻子' },
      changed: [{ event: 'death', member: 'm2', happenedOn: on('2026-09-20') }],
    });
    const receipt = done(await wife.tell(form));
    expect(receipt.goodFor.sentence).toMatch(/^请节哀。/);
    const next = receipt.next.map((one) => one.sentence).join('');
    expect(next).toContain('2026年12月20日以前');
    expect(receipt.next.flatMap((one) => one.clauses.map((c) => c.id))).toEqual(expect.arrayContaining(['YM239-1-3c', 'YMF12-16a']));
    const view = done(await wife.view(receipt.changeId));
    expect(JSON.stringify(view)).not.toMatch(/退还|追回|骗|多发|冒领|必须|失败/);
    expect(view.effects[0]?.goodNews).toBe(false);
    const clerk = await changeClerk(bff);
    expect((await clerk.item(receipt.changeId))?.marks).toEqual(['death']);
    const shown = done(await clerk.open(receipt.changeId));
    expect(shown.questions?.[0]?.sentence).toContain('轻声');
    expect(await moneyOf(bff)).toEqual(before);
  });

  it('册上没有的也能报；三个月已经过了的，不把过去的日子摆出来', async () => {
    const me = await sufen();
    const receipt = done(
      await me.tell(
        changeForm(undefined, {
          person: { name: '张国福' },
          residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
          reporter: { as: 'family', relation: '女儿' },
          changed: [{ event: 'death', memberName: '张国福', happenedOn: on('2026-05-01') }],
        }),
      ),
    );
    expect(receipt.next.map((one) => one.sentence).join('')).not.toContain('2026年8月');
    expect((await (await changeClerk(bff)).item(receipt.changeId))?.marks).toEqual(['not-in-register', 'death', 'told-late']);
  });
});
