import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { household, member, moneyOf, monthly, putCase } from '../../test/case-for-test.ts';
import { done, SUFEN } from '../../test/people.ts';
import { changeClerk, changeForm, emptyChanges, on, verified } from './told-for-test.ts';

let bff: BffForTest;
let me: Awaited<ReturnType<typeof verified>>;
let clerk: Awaited<ReturnType<typeof changeClerk>>;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());
beforeEach(async () => {
  await emptyChanges(bff);
  me = await verified(bff, 'sufen', SUFEN);
  clerk = await changeClerk(bff);
});

const refused = (code: string) => ({ ok: false, problem: { code } });
const tell = async (form: ReturnType<typeof changeForm>) => done(await me.tell(form)).changeId;
const ADDRESS = { event: 'address', happenedOn: on('2026-11-01') } as const;
/** In a district whose figures stand in an official paper. */
const DAZU = '500111' as DivisionCode;
const PENSION = { event: 'pension', member: 'm2', happenedOn: on('2026-11-01'), income: [monthly(5000, 'pension')] };

describe('窗口代记', () => {
  const atCounter = (changeId: string, form: ReturnType<typeof changeForm>, one = clerk) =>
    one.call(staffApi.tellAtCounter, { params: { changeId }, body: { form, sawPerson: true } });

  it('进同一条队列；同一份再来一样；别的镇街的户没有', async () => {
    const caseId = await putCase(bff);
    const form = changeForm(caseId, { reporter: { as: 'self', name: '李素芬' }, changed: [ADDRESS] });
    const id = randomUUID();
    const view = done(await atCounter(id, form));
    expect(view.receipt.by).toBe('窗口替您记下的');
    expect(done(await atCounter(id, form))).toEqual(view);
    expect(await atCounter(id, { ...form, story: '还有' })).toMatchObject(refused('content-differs'));
    expect(await clerk.item(id)).toMatchObject({ applicantName: '李素芬' });
    const there = await changeClerk(bff, 'sample-yangfan');
    expect(await atCounter(randomUUID(), form, there)).toMatchObject(refused('not-found'));
  });

  it('本人来的、看过证件：记下是哪一位；没看证件、不知道是谁的：不记', async () => {
    const caseId = await putCase(bff);
    const came = async (name: string, sawPerson: boolean) => {
      const changeId = randomUUID();
      const form = changeForm(caseId, { reporter: { as: 'counter', name }, changed: [ADDRESS] });
      done(await clerk.call(staffApi.tellAtCounter, { params: { changeId }, body: { form, sawPerson } }));
      const [row] = await bff.sql`select m.member_id from changes c left join case_members m
        on m.case_id = c.case_id and m.number_hash = c.teller_number_hash where c.id = ${changeId}`;
      return row?.member_id;
    };
    expect([await came('张国福', true), await came('张国福', false), await came('邻居老王', true)]).toEqual(['m2', null, null]);
  });

  it('两个人各说各的：窗口记的和手机报的也会标上', async () => {
    const caseId = await putCase(bff);
    const phone = await tell(changeForm(caseId));
    const counter = randomUUID();
    done(await atCounter(counter, changeForm(caseId, { changed: [], nothingChanged: true })));
    await bff.worker.drain();
    expect((await clerk.item(phone))?.marks).toContain('contradicts');
    expect(done(await clerk.open(counter)).contradicts[0]?.sentence).toContain('一份说都没变');
  });
});

describe('从一份变化开始程序', () => {
  it('是这一家报的才带得上；别家的、没有的，不开始，什么也没写', async () => {
    const [ours, theirs] = [await putCase(bff), await putCase(bff)];
    const [own, other] = [await tell(changeForm(ours)), await tell(changeForm(theirs))];
    const open = (changeId: string) =>
      clerk.call(staffApi.openRun, { params: { runId: randomUUID() }, body: { procedure: 'cut', caseId: ours, changeId } });
    for (const changeId of [other, randomUUID()]) expect(await open(changeId)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await bff.sql`select id from procedure_runs where case_id = ${ours}`).toEqual([]);
    expect(done(await open(own)).changeId).toBe(own);
  });
});

describe('正在核查的户', () => {
  it('照样收，有自己的一件；在办的程序一步没动，钱没动', async () => {
    const caseId = await putCase(bff);
    await bff.sql`update case_files set next_review = '2026-11-22' where id = ${caseId}`;
    const runId = randomUUID();
    done(await clerk.call(staffApi.openRun, { params: { runId }, body: { procedure: 'cut', caseId } }));
    const steps = async () => [
      await moneyOf(bff),
      ...(await bff.sql`select run_id, seq from procedure_events where run_id = ${runId} order by seq`),
    ];
    const before = await steps();
    const changeId = await tell(changeForm(caseId));
    expect(await clerk.item(changeId)).toMatchObject({ kind: 'change', caseId });
    expect(done(await clerk.open(changeId)).change.state).toBe('received');
    expect(await steps()).toEqual(before);
  });
});

describe('渐退期里再报一次', () => {
  it('还是渐退，不会因为又报了就停', async () => {
    const caseId = await putCase(bff, {
      household: household([member('m1'), member('m2', { income: [monthly(3000)] })], { district: DAZU }),
      taper: { from: '2026-10-01' as CivilDate, until: '2027-03-31' as CivilDate },
    });
    const preview = done(await me.preview(changeForm(caseId, { changed: [PENSION] })));
    expect(preview.effects[0]).toMatchObject({ outcome: 'taper', amountBefore: 154000, amountAfter: 154000 });
  });
});
