import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { LIFE_EVENTS } from '@assist/policy-chongqing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { household, member, moneyOf, monthly, putCase } from '../../test/case-for-test.ts';
import { emptyTables } from '../../test/empty-for-test.ts';
import { done, SUFEN, YANGJIAPING } from '../../test/people.ts';
import { answersFor } from './answers-for-test.ts';
import { changeClerk, changeForm, on, verified } from './told-for-test.ts';

let bff: BffForTest;
let me: Awaited<ReturnType<typeof verified>>;
let clerk: Awaited<ReturnType<typeof changeClerk>>;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());
beforeEach(async () => {
  await emptyTables(bff.sql, [
    'change_contradictions',
    'change_opinions',
    'change_steps',
    'changes',
    'change_notices',
    'case_events',
    'case_benefits',
    'case_members',
    'case_files',
    'contact_changes',
    'work_items',
    'messages',
    'rate_counts',
  ]);
  me = await verified(bff, 'sufen', SUFEN);
  clerk = await changeClerk(bff);
});

const refused = (code: string) => ({ ok: false, problem: { code } });
const tell = async (form: ReturnType<typeof changeForm>) => done(await me.tell(form)).changeId;
const ADDRESS = { event: 'address', happenedOn: on('2026-11-01') } as const;
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
    expect(view).toMatchObject({ state: 'opened', holder: { clerk: '民政经办' } });
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

describe('不涉及钱的，在这里办结', () => {
  it('都没变、换地址：办结，离开队列，告诉居民，户档上有', async () => {
    const caseId = await putCase(bff);
    for (const [form, as] of [
      [changeForm(caseId, { changed: [], nothingChanged: true }), 'nothing-changed'],
      [changeForm(caseId, { changed: [ADDRESS] }), 'address'],
      [changeForm(caseId, { changed: [{ event: 'phone' }, ADDRESS] }), 'contact'],
    ] as const) {
      const changeId = await tell(form);
      expect(await clerk.settle(changeId, as)).toMatchObject(refused('state-changed'));
      done(await clerk.opened(changeId));
      const view = done(await clerk.settle(changeId, as));
      expect(view).toMatchObject({ state: 'settled', settled: { sentence: expect.any(String) } });
      expect(await clerk.item(changeId)).toBeUndefined();
      expect(done(await clerk.settle(changeId, as))).toEqual(view);
      expect(await clerk.opinion(changeId, { outcome: 'unchanged', reason: '再看' })).toMatchObject(refused('state-changed'));
    }
    const told = await bff.sql`select kind from messages order by at`;
    expect(told.filter((one) => one.kind === 'change-settled')).toHaveLength(3);
    const events = await bff.sql`select kind from case_events where case_id = ${caseId} order by id`;
    expect(events.filter((one) => one.kind === 'change-settled')).toHaveLength(3);
  });

  it('住着谁变了、估算不变：能办；估算会变：说关系到钱，带条款', async () => {
    const caseId = await putCase(bff);
    // A spouse who lives elsewhere still counts (MCA57-7): nothing moves.
    const same = await tell(changeForm(caseId, { changed: [{ event: 'moved-out', member: 'm2', happenedOn: on('2026-11-01') }] }));
    done(await clerk.opened(same));
    expect(done(await clerk.settle(same, 'who-lives-there')).state).toBe('settled');
    const more = await tell(
      changeForm(caseId, {
        changed: [
          { event: 'moved-in', happenedOn: on('2026-11-01'), joins: { ...member('n1', { relation: 'parent' }), name: '妈' } as never },
        ],
      }),
    );
    done(await clerk.opened(more));
    for (const as of ['who-lives-there', 'address', 'nothing-changed', 'not-ours'] as const) {
      const answer = await clerk.settle(more, as);
      expect(answer).toMatchObject(refused('touches-money'));
      expect(JSON.stringify(answer)).toContain('民发〔2021〕57号');
    }
    expect(done(await clerk.open(more)).settlements).toEqual([]);
  });

  it('一样关系到钱、一样不关系到：整份都不能在这里办结', async () => {
    const changeId = await tell(changeForm(await putCase(bff), { changed: [ADDRESS, { event: 'vehicle-bought' }] }));
    done(await clerk.opened(changeId));
    expect(await clerk.settle(changeId, 'address')).toMatchObject(refused('touches-money'));
  });

  it('先前报过同一件、那一份还在办：可以按报过的办结；那一份不在了就不行', async () => {
    const caseId = await putCase(bff);
    const form = changeForm(caseId);
    const first = await tell(form);
    bff.pass(60_000);
    const second = await tell(form);
    for (const id of [first, second]) done(await clerk.opened(id));
    expect(await clerk.settle(first, 'told-before')).toMatchObject(refused('touches-money'));
    expect(done(await clerk.settle(second, 'told-before')).settled?.sentence).toContain('先前');
    expect(await clerk.item(first)).toBeDefined();
    bff.pass(-60_000);
  });

  it('不归这里办：册上没有、也对不上的才行', async () => {
    await putCase(bff);
    const unknown = (person: object) =>
      changeForm(undefined, {
        person: person as never,
        residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
        reporter: { as: 'helper' },
      });
    const other = await tell(unknown({ name: '王五' }));
    done(await clerk.opened(other));
    expect(done(await clerk.settle(other, 'not-ours')).state).toBe('settled');
    const ours = await tell(unknown({ name: '李素芬', paper: { kind: 'resident-identity', number: SUFEN.number } }));
    done(await clerk.opened(ours));
    expect(await clerk.settle(ours, 'not-ours')).toMatchObject(refused('touches-money'));
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
