import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { done, GUOFU, resident, SUFEN, YANGJIAPING } from '../../test/people.ts';
import { madeUpNumber } from '../../test/register-for-test.ts';
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

const refused = (code: string) => ({ ok: false, problem: { code } });
const fieldsOf = (answer: { ok: boolean }) =>
  (answer as unknown as { problem: { fields?: { path: string; sentence: string }[] } }).problem.fields;
const sufen = () => verified(bff, `sufen${'x'.repeat(++people)}`, SUFEN);

describe('报变化', () => {
  it('凭证写着哪天报的、是变化后的第几天、说了什么、送到哪里', async () => {
    const me = await sufen();
    const receipt = done(await me.tell(changeForm(caseId)));
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^杨家坪 261122-\d{3}-[A-Z]$/),
      toldAt: '2026-11-22T10:00:00+08:00',
      toldOn: '2026-11-22',
      office: { id: YANGJIAPING },
      told: ['有人找到工作'],
      by: '本人报的',
      happenedOn: '2026-11-01',
      nthDay: 22,
      beforeThreeMonths: { clauses: [{ id: 'YM239-4-5c' }] },
      firstReplyBy: { date: '2026-11-25', provisional: false },
      photos: 0,
    });
    expect(receipt.notInRegister).toBeUndefined();
    const said = [receipt.goodFor, receipt.beforeThreeMonths, ...receipt.next].map((one) => one?.sentence);
    expect(said.join()).not.toMatch(/及时|逾期|迟|失败/);
    const [event] = await bff.sql`select kind, actor_kind, subject_id from case_events where case_id = ${caseId}`;
    expect(event).toMatchObject({ kind: 'change-told', actor_kind: 'account', subject_id: receipt.changeId });
    expect(await bff.sql`select action from audit_log where object_id = ${receipt.changeId}`).toMatchObject([{ action: 'change-told' }]);
  });

  it('当天说的是第 1 天；大概的日子不数天；过了三个月的什么评判都没有', async () => {
    const me = await sufen();
    const tell = async (happenedOn: string, more = {}) =>
      done(await me.tell(changeForm(caseId, { changed: [{ event: 'address', happenedOn: on(happenedOn), ...more }] })));
    expect((await tell('2026-11-22')).nthDay).toBe(1);
    expect(await tell('2026-11-01', { aboutThen: true })).not.toHaveProperty('nthDay');
    expect((await tell('2026-08-22')).beforeThreeMonths).toBeDefined();
    const late = await tell('2026-08-21');
    expect(late.beforeThreeMonths).toBeUndefined();
    expect([late.goodFor, ...late.next].map((one) => one.sentence).join()).not.toMatch(/晚|迟|逾期|批评|超过/);
    const { marks } = (await (await changeClerk(bff)).item(late.changeId)) ?? {};
    expect(marks).toEqual(['told-late']);
  });

  it('自己能做的事变了：特困的最晚哪天重新看，写在凭证上，带条款；清单里排得到；钱照旧', async () => {
    const me = await sufen();
    const tell = (of: string) => me.tell(changeForm(of, { changed: [{ event: 'self-care-changed', member: 'm1' }] }));
    const receipt = done(await tell(await putCase(bff, { benefits: [{ kind: 'destitute', yuan: 1001 }] })));
    const again = receipt.next.find(({ clauses }) => clauses.some(({ id }) => id === 'DESTITUTE2021-23'));
    // Ten working days from a Sunday.
    expect(again?.sentence).toBe('领特困供养的，最晚2026年12月4日重新看能不能照顾自己、要不要人照顾。');
    const [item] = await bff.sql`select step_due::text, total_due::text from work_items where subject_id = ${receipt.changeId}`;
    expect(item).toEqual({ step_due: '2026-11-25', total_due: '2026-12-04' });
    expect(receipt.next.map((one) => one.sentence).join()).toContain('定下来以前，钱照旧');

    // The regulation is of destitute support: for who gets an allowance it sets no day.
    const allowance = done(await tell(caseId));
    expect(allowance.next.filter(({ clauses }) => clauses.some(({ id }) => id === 'DESTITUTE2021-23'))).toEqual([]);
    expect(await bff.sql`select total_due::text from work_items where subject_id = ${allowance.changeId}`).toEqual([
      { total_due: 'infinity' },
    ]);
  });

  it('两天以后同一份再来：还是那张凭证；内容不一样：说不一样；别人的编号：没有', async () => {
    const id = randomUUID();
    const form = changeForm(caseId);
    const first = await (await verified(bff, 'same', SUFEN)).tell(form, id);
    bff.pass(2 * 24 * 3_600_000);
    const me = await verified(bff, 'same', SUFEN);
    expect(done(await me.tell(form, id))).toEqual(done(first));
    expect(await me.tell({ ...form, story: '又想起一件' }, id)).toMatchObject(refused('content-differs'));
    const other = await verified(bff, 'guofu', GUOFU);
    expect(await other.tell(form, id)).toMatchObject(refused('not-found'));
    bff.pass(-2 * 24 * 3_600_000);
    expect(await bff.sql`select id from changes`).toHaveLength(1);
  });

  it('同一个编号同时来十次：收一份，号不跳', async () => {
    const me = await sufen();
    const id = randomUUID();
    const form = changeForm(caseId, { photos: [{ fileId: await me.photo(), about: 'income' }] });
    const all = await Promise.all(Array.from({ length: 10 }, () => me.tell(form, id)));
    expect(new Set(all.map((one) => JSON.stringify(done(one)))).size).toBe(1);
    const next = done(await me.tell(changeForm(caseId)));
    const serial = (number: string) => Number(number.split('-')[1]);
    expect(serial(next.number)).toBe(serial(done(all[0] as (typeof all)[number]).number) + 1);
    expect(await bff.sql`select id from work_items where kind = 'change' and subject_id = ${id}`).toHaveLength(1);
    expect(await bff.sql`select id from case_events where subject_id = ${id}`).toHaveLength(1);
  });
});

describe('谁能说是哪一户', () => {
  it('没有核过身份：写了户也打不开，按“册上没有对上”照样能报', async () => {
    const claimed = await resident(bff, 'claimed', SUFEN);
    const tell = (form: ReturnType<typeof changeForm>) =>
      claimed.call(residentApi.submitChange, { params: { changeId: randomUUID() }, body: { form } });
    expect(await tell(changeForm(caseId))).toMatchObject(refused('verification-needed'));
    const receipt = done(
      await tell(
        changeForm(undefined, {
          person: { name: '李素芬', paper: { kind: 'resident-identity', number: SUFEN.number } },
          residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
          changed: [{ event: 'job-found', happenedOn: on('2026-11-01'), memberName: '张国福' }],
        }),
      ),
    );
    expect(receipt).toMatchObject({ notInRegister: true, office: { id: YANGJIAPING } });
    // Nothing of the household comes back, whatever number was typed.
    expect(JSON.stringify(receipt)).not.toMatch(/1,?540|张国福/);
    const clerk = await changeClerk(bff);
    expect(await clerk.item(receipt.changeId)).toMatchObject({ marks: ['not-in-register'], applicantName: '李素芬' });
    const shown = done(await clerk.open(receipt.changeId));
    expect(shown.caseFile).toBeUndefined();
    expect(shown.match?.caseId).toBe(caseId);
  });

  it('核过身份的别人：没有这一户', async () => {
    const stranger = await verified(bff, 'stranger', { name: '王五', number: madeUpNumber('1970-01-01', 1) });
    expect(await stranger.tell(changeForm(caseId))).toMatchObject(refused('not-found'));
  });

  it('搬走、住在外地、没写住哪里：问住哪个镇街', async () => {
    const me = await sufen();
    const form = changeForm(undefined, { person: { name: '李素芬' } });
    expect(await me.tell(form)).toMatchObject(refused('place-unknown'));
    expect(await me.tell({ ...form, residence: { kind: 'elsewhere', province: '四川' } })).toMatchObject(refused('place-unknown'));
  });

  it('村里的人帮着报、家里人报：都收，写明是谁', async () => {
    const me = await sufen();
    const helped = done(await me.tell(changeForm(caseId, { reporter: { as: 'helper', relation: '社区专干' } })));
    expect(helped.by).toBe('村里社区的人帮着报的（社区专干）');
    expect((await (await changeClerk(bff)).item(helped.changeId))?.marks).toEqual(['by-helper']);
    expect(await me.tell(changeForm(caseId, { reporter: { as: 'counter' } }))).toMatchObject(refused('form-invalid'));
  });
});

describe('答得不对', () => {
  it.each<[string, object, string]>([
    ['明年的日子', { event: 'address', happenedOn: on('2027-01-01') }, 'changed.0.happenedOn'],
    ['出生以前的日子', { event: 'wage-up', member: 'm1', happenedOn: on('1960-01-01'), income: [] }, 'changed.0.happenedOn'],
    ['册上没有的人', { event: 'job-lost', member: 'm9' }, 'changed.0.member'],
    [
      '还没出生的孩子',
      { event: 'birth', joins: { id: 'n1', relation: 'child', name: '娃', birthDate: on('2026-12-01') } },
      'changed.0.joins.birthDate',
    ],
    ['把新电话写在话里', { event: 'phone', words: '新号 13912345678' }, 'changed.0.words'],
  ])('%s：说哪里、怎么办，什么也不收', async (_title, changed, path) => {
    const me = await sufen();
    const answer = await me.tell(changeForm(caseId, { changed: [changed as never] }));
    expect(answer).toMatchObject(refused('form-invalid'));
    expect(fieldsOf(answer)).toEqual([{ path, sentence: expect.stringMatching(/[。请]/) }]);
    expect(await bff.sql`select id from changes`).toHaveLength(0);
  });

  it('没答完的、先走的人又提到的，都能报', async () => {
    const me = await sufen();
    const form = changeForm(caseId, {
      changed: [
        { event: 'death', member: 'm2', happenedOn: on('2026-11-20') },
        { event: 'illness-ended', member: 'm2' },
        { event: 'wage-up' },
      ],
    });
    expect(done(await me.tell(form)).told).toEqual(['有亲人过世', '病好了', '工资涨了'].map(() => expect.any(String)));
  });
});

describe('两份说得不一样', () => {
  it('同一天两个家里人：两份都收、都留、都标上，办的人看得到两份', async () => {
    const [wife, husband] = [await sufen(), await verified(bff, 'guofub', GUOFU)];
    const one = done(await wife.tell(changeForm(caseId)));
    const other = done(
      await husband.tell(changeForm(caseId, { changed: [{ event: 'job-lost', member: 'm2', happenedOn: on('2026-11-01') }] })),
    );
    await bff.worker.drain();
    const clerk = await changeClerk(bff);
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      expect((await clerk.item(mine.changeId))?.marks).toEqual(['contradicts']);
      expect(done(await clerk.open(mine.changeId)).contradicts).toMatchObject([{ changeId: theirs.changeId, number: theirs.number }]);
    }
  });

  it('同一个人补一句、说的一样、两件不相干的：不算不一样', async () => {
    const [wife, husband] = [await sufen(), await verified(bff, 'guofuc', GUOFU)];
    const told = [
      await wife.tell(changeForm(caseId)),
      await wife.tell(changeForm(caseId, { changed: [{ event: 'job-found', happenedOn: on('2026-11-02'), member: 'm2', income: [] }] })),
      await husband.tell(changeForm(caseId, { changed: [{ event: 'address', happenedOn: on('2026-11-02') }] })),
    ].map(done);
    await bff.worker.drain();
    expect(await bff.sql`select * from change_contradictions`).toHaveLength(0);
    // Linked all the same: the clerk sees what else is under way.
    const shown = done(await (await changeClerk(bff)).open(told[2]?.changeId ?? ''));
    expect(shown.others?.map((one) => one.changeId).sort()).toEqual([told[0]?.changeId, told[1]?.changeId].sort());
  });
});

describe('镇街并了', () => {
  const SUCCESSOR = '500107002';
  it('送到接着办的镇街；哪里都没接上：请打电话', async () => {
    const me = await sufen();
    await bff.sql`update office_areas set office_id = ${SUCCESSOR} where division_code = ${YANGJIAPING}`;
    await bff.sql`update offices set live = false where id = ${YANGJIAPING}`;
    const receipt = done(await me.tell(changeForm(caseId)));
    expect(receipt.office.id).toBe(SUCCESSOR);
    await bff.sql`update offices set live = false where id = ${SUCCESSOR}`;
    expect(await me.tell(changeForm(caseId))).toMatchObject(refused('place-not-live'));
    await bff.sql`update offices set live = true where id in (${SUCCESSOR}, ${YANGJIAPING})`;
    await bff.sql`update office_areas set office_id = division_code where division_code = ${YANGJIAPING}`;
  });
});

describe('照片和隐私', () => {
  it('照片跟着走；一张不能报两次；没送到的说出来', async () => {
    const me = await sufen();
    const fileId = await me.photo();
    const form = changeForm(caseId, { photos: [{ fileId, about: 'income', memberId: 'm2' }] });
    const receipt = done(await me.tell(form));
    expect(done(await (await changeClerk(bff)).open(receipt.changeId)).files).toMatchObject([{ fileId, about: 'income', memberId: 'm2' }]);
    expect(await me.tell({ ...form, story: '再报一次' })).toMatchObject(refused('form-invalid'));
    expect(await me.tell({ ...form, photos: [{ fileId: randomUUID(), about: 'income' }] })).toMatchObject(refused('form-invalid'));
  });

  it('库里、日志里没有名字和号码', async () => {
    const me = await sufen();
    done(await me.tell(changeForm(caseId, { story: '张国福找到工作了', reporter: { as: 'self', phone: '13900001002' } })));
    await bff.worker.drain();
    const [{ text }] = (await bff.sql`select string_agg(t::text, ' ') as text from (
      select n::text as t from change_notices n union all select c::text from changes c union all select w::text from work_items w
      union all select o::text from outbox o union all select l::text from audit_log l) as everything`) as unknown as [{ text: string }];
    for (const secret of ['李素芬', '张国福', '13900001002', SUFEN.number])
      for (const form of [secret, Buffer.from(secret).toString('hex')]) {
        expect(text).not.toContain(form);
        expect(JSON.stringify(bff.lines)).not.toContain(form);
      }
  });
});
