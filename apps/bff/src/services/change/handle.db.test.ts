import type { DivisionCode } from '@assist/policy';
import { LIFE_EVENTS } from '@assist/policy-chongqing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { household, member, moneyOf, monthly, putCase } from '../../test/case-for-test.ts';
import { done, SUFEN } from '../../test/people.ts';
import { answersFor } from './answers-for-test.ts';
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
/** In a district whose figures stand in an official paper. */
const DAZU = '500111' as DivisionCode;
const earning = () => household([member('m1'), member('m2')], { district: DAZU });
const PENSION = { event: 'pension', member: 'm2', happenedOn: on('2026-11-01'), income: [monthly(5000, 'pension')] };

describe('每一种变化，从报到有结果', () => {
  it.each(LIFE_EVENTS.map((event) => [event.title, event.id] as const))('%s', async (_title, id) => {
    const caseId = await putCase(bff);
    const before = await moneyOf(bff);
    const receipt = done(
      await me.tell(changeForm(caseId, { changed: [{ event: id, happenedOn: on('2026-11-01'), ...answersFor(id) } as never] })),
    );
    done(await clerk.opened(receipt.changeId));
    const shown = done(await clerk.open(receipt.changeId));
    expect(shown.change.effects[0]?.event).toBe(id);
    const settle = shown.actions.find((one) => one.id === 'settle');
    if (settle?.possible) {
      const [as] = shown.settlements;
      expect(done(await clerk.settle(receipt.changeId, as as NonNullable<typeof as>)).state).toBe('settled');
    } else {
      expect(await clerk.settle(receipt.changeId, 'nothing-changed')).toMatchObject(refused('touches-money'));
      const opinion = shown.opinions?.[0];
      const [ground] = opinion?.grounds ?? [];
      const view = done(
        await clerk.opinion(receipt.changeId, {
          outcome: opinion?.outcome as 'officer',
          reason: '看过材料，上门再核。',
          ...(ground && { ground: ground.id }),
        }),
      );
      expect(view.state).toBe('opinion');
      expect(view.opinion?.sentence.clauses.length).toBeGreaterThan(0);
      expect(await clerk.item(receipt.changeId)).toMatchObject({ state: 'opinion' });
    }
    expect(await moneyOf(bff)).toEqual(before);
  });
});

describe('打开看', () => {
  it('前后并排、差在哪里、户档、能做什么；每看一次都留痕', async () => {
    const caseId = await putCase(bff);
    const changeId = await tell(
      changeForm(caseId, { changed: [{ event: 'job-found', member: 'm2', happenedOn: on('2026-11-01'), income: [monthly(600)] }] }),
    );
    const shown = done(await clerk.open(changeId));
    expect(shown.beside?.differs).toEqual(
      expect.arrayContaining([
        { title: '每人每月', before: '0 元', after: '300 元' },
        { title: '按差额估算，每月', before: '1,540 元', after: '940 元' },
      ]),
    );
    expect(shown.beside?.before.length).toBeGreaterThan(0);
    expect(shown.caseFile).toMatchObject({ caseId, members: [{ name: '李素芬' }, { name: '张国福' }] });
    expect(shown.reporter).toEqual({ name: '李素芬', identity: 'verified' });
    expect(shown.actions.map((one) => one.possible)).toEqual([false, false]);
    await clerk.open(changeId);
    expect(await bff.sql`select id from audit_log where action = 'change-read' and object_id = ${changeId}`).toHaveLength(2);
  });

  it('打开了，居民看得到；再点一次一样；别的镇街没有；审计只看', async () => {
    const changeId = await tell(changeForm(await putCase(bff)));
    expect(done(await clerk.opened(changeId)).state).toBe('opened');
    expect(done(await clerk.opened(changeId)).timeline).toHaveLength(2);
    const view = done(await me.view(changeId));
    expect(view).toMatchObject({ state: 'opened', holder: { clerk: '办救助的工作人员' } });
    const there = await changeClerk(bff, 'sample-yangfan');
    for (const answer of [await there.open(changeId), await there.opened(changeId), await there.settle(changeId, 'address')])
      expect(answer).toMatchObject(refused('not-found'));
    const auditor = await changeClerk(bff, 'sample-luowenjing');
    expect(done(await auditor.open(changeId)).actions.every((one) => !one.possible)).toBe(true);
    expect(await auditor.opened(changeId)).toMatchObject(refused('forbidden'));
    const other = await changeClerk(bff, 'sample-huangchunlan');
    expect(await other.settle(changeId, 'not-ours')).toMatchObject(refused('touches-money'));
  });
});

describe('初步意见', () => {
  it('要减、要停：写文件里的依据；没有就记不上；钱不动；件还在队列', async () => {
    const caseId = await putCase(bff, { household: earning() });
    const before = await moneyOf(bff);
    const changeId = await tell(changeForm(caseId, { changed: [PENSION] }));
    done(await clerk.opened(changeId));
    const stop = { outcome: 'stop', amountAfter: 0, reason: '养老金高于标准。' } as never;
    const with_ = (ground?: string) => ({ ...(stop as object), ...(ground && { ground }) }) as never;
    expect(await clerk.opinion(changeId, with_())).toMatchObject(refused('ground-missing'));
    for (const ground of ['died', 'not-authenticated', 'income-or-property-up'])
      expect(await clerk.opinion(changeId, with_(ground))).toMatchObject(refused('ground-missing'));
    const view = done(await clerk.opinion(changeId, with_('no-longer-qualifies')));
    expect(view.opinion).toMatchObject({ outcome: 'stop' });
    expect(view.opinion?.sentence.sentence).toMatch(/先听您家的意见/);
    expect(view.opinion?.sentence.sentence).toContain('照旧发');
    expect(view.opinion?.sentence.clauses.map((one) => one.id)).toEqual(expect.arrayContaining(['SAL2026-48', 'YM239-4-5d']));
    expect(view.afterLeaving?.clauses.map((one) => one.id)).toContain('YMF12-5c');
    expect(await moneyOf(bff)).toEqual(before);
    expect(await clerk.item(changeId)).toMatchObject({ state: 'opinion', claimedBy: { staffId: 'sample-heli' } });
    expect(await clerk.settle(changeId, 'nothing-changed')).toMatchObject(refused('touches-money'));
  });

  it('没有这样的结果、金额和结果对不上：请再看', async () => {
    const changeId = await tell(changeForm(await putCase(bff), { changed: [{ event: 'job-found', member: 'm2', income: [] }] }));
    done(await clerk.opened(changeId));
    expect(await clerk.opinion(changeId, { outcome: 'stop', reason: '不对', ground: 'no-longer-qualifies' })).toMatchObject(
      refused('form-invalid'),
    );
    expect(await clerk.opinion(changeId, { outcome: 'ask', reason: '不对' })).toMatchObject(refused('form-invalid'));
    expect(await clerk.opinion(changeId, { outcome: 'more', reason: '多', amountAfter: 100 as never })).toMatchObject(
      refused('form-invalid'),
    );
  });

  it('同一个意见再记一次是一次；改了意见：新的算，旧的还在', async () => {
    const changeId = await tell(changeForm(await putCase(bff)));
    done(await clerk.opened(changeId));
    const say = (reason: string) => clerk.opinion(changeId, { outcome: 'officer', reason });
    const first = done(await say('还要上门看。'));
    expect(done(await say('还要上门看。'))).toEqual(first);
    expect(done(await say('上门看过了，再问问单位。')).opinion?.sentence.sentence).toContain('再问问单位');
    expect(await bff.sql`select id from change_opinions where change_id = ${changeId}`).toHaveLength(2);
    await expect(bff.sql`update change_opinions set outcome = 'more' where change_id = ${changeId}`).rejects.toThrow('stays');
  });

  it('办的人看得到还有哪些步骤、哪些依据；过世的先核实', async () => {
    const changeId = await tell(
      changeForm(await putCase(bff), { changed: [{ event: 'death', member: 'm2', happenedOn: on('2026-11-01') }] }),
    );
    done(await clerk.opened(changeId));
    const { opinions = [] } = done(await clerk.open(changeId));
    const less = opinions.find((one) => one.outcome === 'less');
    expect(less?.grounds[0]?.id).toBe('died');
    expect(less?.steps[0]).toContain('核实死亡');
    for (const step of ['入户走访', '听取了意见', '公示', '确认', '书面决定送达']) expect(less?.steps.join()).toContain(step);
    expect(JSON.stringify(opinions)).not.toContain('认证');
  });
});

describe('同意接着查别的', () => {
  it('记下哪天同意的，户档上有，办的人看得到，不用再交材料', async () => {
    const caseId = await putCase(bff, { household: earning() });
    const changeId = await tell(changeForm(caseId, { changed: [PENSION], passOn: true }));
    const view = done(await me.view(changeId));
    expect(view).toMatchObject({ passOn: true, passOnSince: '2026-11-22' });
    expect(view.afterLeaving?.sentence).toContain('两年');
    expect((await bff.sql`select kind from case_events where case_id = ${caseId} order by id`).map((one) => one.kind)).toEqual([
      'change-told',
      'consent-to-pass-on',
    ]);
    expect(done(await clerk.open(changeId)).questions?.map((one) => one.clauses[0]?.id)).toEqual(['YMF12-20c']);
  });
});
