import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { somebody } from '../../test/faces-for-test.ts';
import { putPayable } from '../../test/payable-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';

let bff: BffForTest;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const refused = (code: string) => ({ ok: false, problem: { code } });
const account = (who: { name: string; number: string } | null = somebody()) => resident(bff, `data${'x'.repeat(++people)}`, who);
type Someone = Awaited<ReturnType<typeof resident>>;
const keepDraft = (me: Someone, draftId: string = randomUUID()) =>
  me.call(residentApi.saveDraft, {
    params: { draftId },
    body: { formVersion: 1, baseRevision: 0, form: { members: [{ id: 'm1', phone: '13900001002' }] } },
  });
const countOf = (data: { kept: { id: string; count: number }[] }, id: string) => data.kept.find((one) => one.id === id)?.count;

describe('我的资料', () => {
  it('存着什么，一样一样数得清；句句有依据', async () => {
    const me = await account();
    done(await keepDraft(me));
    done(await me.submit());
    const data = done(await me.call(residentApi.myData, {}));
    expect(countOf(data, 'drafts')).toBe(1);
    expect(countOf(data, 'applications')).toBe(1);
    expect(countOf(data, 'register')).toBe(0);
    for (const { sentence } of data.kept) expect(sentence.clauses.length).toBeGreaterThan(0);
  });

  it('谁看过：写岗位、写为什么，不写工作人员的名字；别人的看不到', async () => {
    const who = somebody('被看过的人');
    const caseId = await putCase(bff, { people: [who, somebody()] });
    const [me, stranger] = [await account(who), await account()];
    expect(done(await me.call(residentApi.myData, {})).reads).toEqual([]);
    const { call } = await bff.staff('sample-heli');
    done(await call(staffApi.caseFile, { params: { caseId } }));
    // A typed number opens nothing, so it does not show who looked at that household either.
    expect(done(await me.call(residentApi.myData, {})).reads).toEqual([]);
    await verify(bff, me.accountId);
    const { reads } = done(await me.call(residentApi.myData, {}));
    expect(reads).toEqual([
      { at: '2026-11-22T10:00:00+08:00', who: '杨家坪街道办事处办救助的工作人员', what: '看了您家的一户一档', why: '办您家的事' },
    ]);
    expect(done(await stranger.call(residentApi.myData, {})).reads).toEqual([]);
  });

  it('发放清单里有这一家：谁看过清单、取过给财政的文件，也写', async () => {
    const caseId = await putPayable(bff);
    const me = await account(SUFEN);
    await verify(bff, me.accountId);
    const { call } = await bff.staff('sample-heli');
    const { listId } = done(await call(staffApi.computePayments, { params: { month: '2026-11' } }));
    done(await call(staffApi.paymentLines, { params: { listId }, query: {} }));
    const { reads } = done(await me.call(residentApi.myData, {}));
    expect(reads.map(({ what }) => what)).toContain('看了发放清单，里面有您家');
    await bff.sql`update case_files set ended_on = '2026-11-22' where id = ${caseId}`;
  });

  it('谁按证件号找过：核过身份的看得到，不写理由里的话；只是写上号码的看不到', async () => {
    const who = somebody('被找的人');
    const me = await account(who);
    const { call } = await bff.staff('sample-heli');
    const reason = '群众来问，说是邻居';
    done(await call(staffApi.findItems, { body: { paper: { kind: 'resident-identity', number: who.number }, reason } }));
    expect(done(await me.call(residentApi.myData, {})).reads).toEqual([]);
    await verify(bff, me.accountId);
    const { reads } = done(await me.call(residentApi.myData, {}));
    expect(reads).toEqual([
      {
        at: '2026-11-22T10:00:00+08:00',
        who: '杨家坪街道办事处办救助的工作人员',
        what: '按证件号找过您',
        why: '写明了理由，理由留在记录里',
      },
    ]);
    expect(JSON.stringify(reads)).not.toContain('邻居');
  });

  it('整份取走：填的、交的、同意过的都在，证件和电话只有头尾；取走这件事记下来', async () => {
    const who = somebody('取资料的人');
    const me = await account(who);
    const id = randomUUID();
    done(await me.submit(id));
    done(await keepDraft(me));
    const copy = done(await me.call(residentApi.myDataCopy, {}));
    expect(copy.applications).toHaveLength(1);
    expect(copy.drafts).toHaveLength(1);
    expect(copy.consents.map((one) => one.statement)).toContain('privacy-notice');
    const text = JSON.stringify(copy);
    expect(text).toContain('取资料的人');
    expect(text).not.toContain(who.number);
    expect(text).not.toContain('13900001002');
    const rows = await bff.sql`select 1 from audit_log where action = 'data-copied' and object_id = ${me.accountId}`;
    expect(rows).toHaveLength(1);
  });

  it('怎么算的：自己的打得开，每一句有依据；别人的没有', async () => {
    const [me, stranger] = [await account(), await account()];
    const id = randomUUID();
    done(await me.submit(id));
    const working = done(await me.call(residentApi.applicationWorking, { params: { applicationId: id } }));
    expect(working.assessedOn).toBe('2026-11-22');
    expect(working.findings.map((f) => f.rule)).toContain('subsistence-allowance');
    expect(working.notices[0]?.clauses.length).toBeGreaterThan(0);
    expect(await stranger.call(residentApi.applicationWorking, { params: { applicationId: id } })).toMatchObject(refused('not-found'));
  });

  it('没交的删得掉，交了的删不掉', async () => {
    const [me, other] = [await account(), await account()];
    done(await keepDraft(me));
    done(await keepDraft(other));
    done(await me.submit());
    done(await me.call(residentApi.deleteUnsent, {}));
    const data = done(await me.call(residentApi.myData, {}));
    expect([countOf(data, 'drafts'), countOf(data, 'applications')]).toEqual([0, 1]);
    expect(countOf(done(await other.call(residentApi.myData, {})), 'drafts')).toBe(1);
  });
});

it('请家里人点的头、帮忙的人、急事、留名的投诉，都在：数得清、取得走；别人的没有；没留名的谁也对不上', async () => {
  const who = somebody('什么都有的人');
  const me = await account(who);
  const askId = randomUUID();
  const applicationId = randomUUID();
  const body = { applicationId, memberId: 'm2', name: '张国福', lastSix: '010012', phoneId: randomUUID() };
  done(await me.call(residentApi.askRelay, { params: { askId }, body }));
  done(
    await me.call(residentApi.inviteHelper, {
      body: { grantId: randomUUID(), name: '孙子', kind: 'family', verbs: ['fill'], until: '2026-12-22' as never },
      key: randomUUID(),
    }),
  );
  const data = done(await me.call(residentApi.myData, {}));
  expect(['relays', 'helpers', 'doors', 'urgent', 'complaints'].map((id) => countOf(data, id))).toEqual([1, 1, 0, 0, 0]);
  const copy = done(await me.call(residentApi.myDataCopy, {}));
  expect(copy.relays).toMatchObject([{ name: '张国福' }]);
  expect(copy.helpers).toMatchObject([{ name: '孙子' }]);
  const stranger = done(await (await account()).call(residentApi.myDataCopy, {}));
  expect([stranger.relays, stranger.helpers, stranger.urgent, stranger.complaints]).toEqual([[], [], [], []]);
  // Asked and not answered, never sent: it goes with the draft. The helper stays until stopped.
  done(await me.call(residentApi.deleteUnsent, {}));
  const after = done(await me.call(residentApi.myData, {}));
  expect([countOf(after, 'relays'), countOf(after, 'helpers')]).toEqual([0, 1]);
  done(await me.call(residentApi.closeAccount, { key: randomUUID() }));
  expect(await bff.sql`select ended_why from helper_grants where person_account_id = ${me.accountId}`).toEqual([{ ended_why: 'stopped' }]);
});

describe('注销', () => {
  const close = (me: Someone) => me.call(residentApi.closeAccount, { key: randomUUID() });

  it('什么也没交过的：名字、证件、电话都没了，同一个微信再来是新的', async () => {
    const person = `data${'x'.repeat(++people)}`;
    const me = await resident(bff, person, somebody('没交过的人'));
    done(await keepDraft(me));
    const answer = done(await close(me));
    expect(answer.deleted).toContain('姓名、证件、电话');
    const [row] =
      await bff.sql`select identity, name_sealed, paper_sealed, number_hash, closed_at from accounts where id = ${me.accountId}`;
    expect(row).toMatchObject({ identity: 'none', name_sealed: null, paper_sealed: null, number_hash: null });
    expect(row?.closed_at).not.toBeNull();
    expect(await bff.sql`select 1 from drafts where account_id = ${me.accountId}`).toHaveLength(0);
    expect(await me.call(residentApi.me, {})).toMatchObject(refused('session-ended'));
    const again = await resident(bff, person, null);
    expect(again.accountId).not.toBe(me.accountId);
  });

  it('领着救助的：钱一分不少，交过的照办；以后核过身份还看得到', async () => {
    const who = somebody('领着低保注销的人');
    const caseId = await putCase(bff, { people: [who, somebody()] });
    const me = await account(who);
    await verify(bff, me.accountId);
    const id = randomUUID();
    done(await me.submit(id));
    const certificateId = randomUUID();
    const { code } = done(await me.call(residentApi.issueCertificate, { params: { certificateId }, body: { caseId } }));
    const before = await moneyOf(bff);
    const answer = done(await close(me));
    expect(answer.deleted).not.toContain('姓名、证件、电话');
    expect(answer.stays.every((one) => one.clauses.length > 0)).toBe(true);
    expect(await moneyOf(bff)).toEqual(before);
    expect(await bff.sql`select 1 from work_items where application_id = ${id} and open`).toHaveLength(1);
    expect(done(await bff.residentWith(undefined)(residentApi.checkCertificate, { body: { code: code as string } })).kind).toBe(
      'not-found',
    );
    const later = await account(who);
    await verify(bff, later.accountId);
    expect(done(await later.call(residentApi.applications, {})).map((one) => one.receipt.applicationId)).toEqual([id]);
  });
});
