import { randomUUID } from 'node:crypto';
import { ACTING_FOR_HEADER, type Client, type HelperVerb, residentApi, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, resident } from '../../test/people.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';
import { helpersForTest, type Someone } from './helpers-for-test.ts';

let bff: BffForTest;
let clerk: Awaited<ReturnType<BffForTest['staff']>>;
beforeAll(async () => {
  bff = await bffForTest();
  clerk = await bff.staff('sample-heli');
  helpers = helpersForTest(bff);
});
afterAll(() => bff.close());

let helpers: ReturnType<typeof helpersForTest>;
const refused = (code: string) => ({ ok: false, problem: { code } });
const phoneId = randomUUID();

const messages = async (one: Someone) => done(await one.call(residentApi.messages, { query: {} })).items.map((m) => m.kind);
const caseOf = async (applicationId: string) => done(await clerk.call(staffApi.openCase, { params: { applicationId } }));
const crossCheck = (view: Awaited<ReturnType<typeof caseOf>>) =>
  view.signatures.find((s) => s.memberId === 'm1' && s.statement === 'cross-check')?.status;

describe('帮着填、帮着交', () => {
  it('邀请开一次；填的是本人的草稿，本人看得到，同一天只说一回', async () => {
    const { grandma, grandson, token, as } = await helpers.helping();
    expect(await (await helpers.somebody()).call(residentApi.acceptHelping, { body: { token } })).toMatchObject(refused('relay-link-over'));
    done(await grandson.call(residentApi.acceptHelping, { body: { token } }));
    const id = randomUUID();
    done(await helpers.save(as, id, 0, '孙子填的'));
    done(await helpers.save(as, id, 1, '孙子又填了'));
    expect(done(await grandma.call(residentApi.draft, { params: { draftId: id } })).form).toMatchObject({ story: '孙子又填了' });
    expect(done(await grandson.call(residentApi.drafts, {}))).toEqual([]);
    expect((await messages(grandma)).filter((kind) => kind === 'helper-acted')).toHaveLength(1);
    expect(done(await grandma.call(residentApi.helpers, {}))).toMatchObject([
      { name: '孙子小宇', state: 'active', acts: [{ words: '替您填了申请', verb: 'fill', notAgreed: false }] },
    ]);
    expect(done(await grandson.call(residentApi.helping, {}))).toMatchObject([{ name: '李素芬', drafts: 1, state: 'active' }]);
  });

  it('两部手机，本人和孙子一起填：谁也盖不掉谁，旧的那份被说一声', async () => {
    const { grandma, as } = await helpers.helping();
    const id = randomUUID();
    done(await helpers.save(as, id, 0, '孙子'));
    const both = await Promise.all([helpers.save(as, id, 1, '孙子改'), helpers.save(grandma.call, id, 1, '奶奶改')]);
    expect(both.map((one) => (one.ok ? 'saved' : one.problem.code)).sort()).toEqual(['conflict', 'saved']);
    const kept = done(await grandma.call(residentApi.draft, { params: { draftId: id } }));
    expect(kept.revision).toBe(2);
    expect(kept.form).toMatchObject({ story: both[0].ok ? '孙子改' : '奶奶改' });
  });

  it('交上去是本人的；代点的同意要本人认，认了才能核对；经办看得到谁填的', async () => {
    const { grandma, as } = await helpers.helping();
    const draftId = randomUUID();
    done(await helpers.save(as, draftId, 0, '填好了'));
    const { applicationId, answer } = await helpers.send(as, draftId);
    done(answer);
    await bff.worker.drain();
    const view = await caseOf(applicationId);
    expect(view.filledBy).toEqual({ name: '孙子小宇', kind: 'family', notAgreed: false });
    expect(view.applicant.name).toBe('李素芬');
    const [grant] = done(await grandma.call(residentApi.helpers, {}));
    expect(grant?.acts.map((act) => act.words)).toEqual(['替您交了申请', '替您填了申请']);
    expect(crossCheck(view)).toBe('not-yet');
    expect(view.item.marks).toContain('other-adults-not-signed');
    expect(done(await grandma.call(residentApi.applications, {})).map((one) => one.receipt.applicationId)).toEqual([applicationId]);
    const [signed] = done(await grandma.call(residentApi.relaySignatures, {}));
    expect(signed).toMatchObject({ state: 'to-confirm', way: 'helper', mayConfirm: true });
    const params = { signatureId: signed?.signatureId as string };
    expect(done(await grandma.call(residentApi.answerRelaySignature, { params, body: { answer: 'agreed', phoneId } })).state).toBe('given');
    expect(crossCheck(await caseOf(applicationId))).toBe('given');
  });

  it('本人交、孙子填：经办也看得到谁填的，本人的同意照常算', async () => {
    const { grandma, as } = await helpers.helping(['fill']);
    const draftId = randomUUID();
    done(await helpers.save(as, draftId, 0, '填好了'));
    expect((await helpers.send(as, draftId)).answer).toMatchObject(refused('helper-not-allowed'));
    const { applicationId, answer } = await helpers.send(grandma.call, draftId);
    done(answer);
    await bff.worker.drain();
    const view = await caseOf(applicationId);
    expect(view.filledBy?.name).toBe('孙子小宇');
    expect(crossCheck(view)).toBe('given');
  });
});

describe('只做说好的几样，到说好的那天', () => {
  const CALLS: readonly [HelperVerb, (call: Client) => Promise<{ ok: boolean }>][] = [
    ['fill', (call) => helpers.save(call, randomUUID(), 0, '一')],
    ['send', async (call) => (await helpers.send(call)).answer],
    ['results', (call) => call(residentApi.applications, {})],
    ['notices', (call) => call(residentApi.messages, { query: {} })],
  ];
  it.each(CALLS)('%s：给了能做；没给、到期、停了，都不能', async (verb, call) => {
    const given = await helpers.helping([verb]);
    expect((await call(given.as)).ok).toBe(true);
    const others = CALLS.filter(([other]) => other !== verb);
    for (const [, other] of others) expect(await other(given.as)).toMatchObject(refused('helper-not-allowed'));
    done(await given.grandma.call(residentApi.stopHelper, { params: { grantId: given.grantId } }));
    expect(await call(given.as)).toMatchObject(refused('helper-not-allowed'));
  });

  it('最后一天整天都行，第二天就不行', async () => {
    const [grandma, grandson] = [await helpers.somebody(), await helpers.somebody('张小宇', inventedNumber('2001-01-01'))];
    const { token, grant } = await helpers.invite(grandma, ['fill'], '2026-11-22' as CivilDate);
    done(await grandson.call(residentApi.acceptHelping, { body: { token } }));
    const as = helpers.inTheName(grandson, grant.grantId);
    const tonight = 14 * 3_600_000 - 60_000;
    bff.pass(tonight);
    const again = await resident(bff, helpers.lastPerson(), null);
    expect((await helpers.save(helpers.inTheName(again, grant.grantId), randomUUID(), 0, '一')).ok).toBe(true);
    bff.pass(60_000);
    const after = await resident(bff, helpers.lastPerson(), null);
    expect(await helpers.save(helpers.inTheName(after, grant.grantId), randomUUID(), 0, '一')).toMatchObject(refused('helper-not-allowed'));
    bff.pass(-tonight - 60_000);
    expect((await helpers.save(as, randomUUID(), 0, '一')).ok).toBe(true);
  });

  it('银行卡、电话、身份、同意、退出：哪一样都不是能托给人的', async () => {
    const { as, grantId, grandson } = await helpers.helping(['fill', 'send', 'authenticate', 'notices', 'results']);
    const consent = { params: { statement: 'cross-check' as const }, body: { version: 'x', hash: '0'.repeat(64) } };
    for (const call of [
      as(residentApi.me, {}),
      as(residentApi.claimIdentity, { body: { name: '别人', paper: { kind: 'resident-identity', number: inventedNumber() } } }),
      as(residentApi.giveConsent, consent),
      as(residentApi.changeContact, {
        params: { contactChangeId: randomUUID() },
        body: { kind: 'bank-account', value: '6222000011112222', step: { by: 'text-code', code: '123456' } } as never,
      }),
      as(residentApi.helpers, {}),
      as(residentApi.stopHelper, { params: { grantId } }),
      as(residentApi.signOut, {}),
    ])
      expect(await call).toMatchObject({ ok: false, problem: { code: expect.stringMatching(/helper-not-allowed|form-invalid/) } });
    expect(await helpers.inTheName(grandson, randomUUID())(residentApi.drafts, {})).toMatchObject(refused('helper-not-allowed'));
    expect(await helpers.inTheName(await helpers.somebody(), grantId)(residentApi.drafts, {})).toMatchObject(refused('helper-not-allowed'));
  });
});

it('请过十个人、都没接：邀请过了期就不占位置，还能再请；列表里写到期', async () => {
  const grandma = await helpers.somebody();
  for (let i = 0; i < 10; i++) await helpers.invite(grandma, ['fill']);
  const again = () =>
    grandma.call(residentApi.inviteHelper, {
      body: { grantId: randomUUID(), name: '孙子小宇', kind: 'family', verbs: ['fill'], until: '2027-05-01' as CivilDate },
      key: randomUUID(),
    });
  expect(await again()).toMatchObject(refused('too-many-requests'));
  await bff.sql`update helper_grants set invite_expires = '2026-11-22T01:00:00Z' where person_account_id = ${grandma.accountId}`;
  expect((await again()).ok).toBe(true);
  const states = done(await grandma.call(residentApi.helpers, {})).map((one) => one.state);
  expect([states.filter((one) => one === 'over').length, states.filter((one) => one === 'invited').length]).toEqual([10, 1]);
});

it('帮着填的人看得到送的材料照片，看不到认证拍的', async () => {
  const { grandma, grandson, grantId } = await helpers.helping(['fill']);
  const ids = [await sendPhoto(bff, grandma), await sendPhoto(bff, grandma)];
  const see = async (fileId = '', who = grandson, headers: Record<string, string> = { [ACTING_FOR_HEADER]: grantId }) =>
    (await fetch(`${bff.residentUrl}/api/files/${fileId}`, { headers: { authorization: `Bearer ${who.accessToken}`, ...headers } })).status;
  await bff.sql`update files set subject_kind = 'authentication', subject_id = ${randomUUID()} where id = ${ids[1] as string}`;
  expect([await see(ids[0]), await see(ids[1]), await see(ids[1], grandma, {})]).toEqual([200, 404, 200]);
});

it('本人注销了：帮的人不能再用这个名义；帮的人注销了，本人收到一条', async () => {
  const [first, second] = [await helpers.helping(['fill', 'notices']), await helpers.helping(['fill'])];
  done(await first.grandma.call(residentApi.closeAccount, { key: randomUUID() }));
  expect(await helpers.save(first.as, randomUUID(), 0, '一')).toMatchObject(refused('helper-not-allowed'));
  done(await second.grandson.call(residentApi.closeAccount, { key: randomUUID() }));
  expect(done(await second.grandma.call(residentApi.helpers, {}))).toMatchObject([{ state: 'stopped' }]);
  expect(await messages(second.grandma)).toContain('helper-changed');
});

describe('我没同意', () => {
  it('点一下：马上停，代点的不算，镇街有一件事；再点一下还是一样；钱的事一样没动', async () => {
    const { grandma, as, grantId } = await helpers.helping();
    const { applicationId, answer } = await helpers.send(as);
    done(answer);
    await bff.worker.drain();
    const act = done(await grandma.call(residentApi.helpers, {}))[0]?.acts[0];
    for (let i = 0; i < 2; i++) {
      const view = done(await grandma.call(residentApi.notAgreed, { params: { grantId }, body: { actId: act?.actId } }));
      expect(view).toMatchObject({ state: 'frozen', acts: [{ notAgreed: true }] });
    }
    expect(await helpers.save(as, randomUUID(), 0, '一')).toMatchObject(refused('helper-not-allowed'));
    const items =
      await bff.sql`select w.about from work_items w join signals s on s.id = w.subject_id where s.kind = 'not-agreed' and s.account_id = ${grandma.accountId}`;
    expect(items).toEqual([{ about: ['not-agreed'] }]);
    expect(done(await grandma.call(residentApi.relaySignatures, {}))).toMatchObject([{ state: 'not-agreed' }]);
    const view = await caseOf(applicationId);
    expect(view.filledBy?.notAgreed).toBe(true);
    expect(view.item.marks.filter((mark) => mark === 'not-agreed')).toHaveLength(1);
    // The application itself stays: what was accepted is never lost.
    expect(view.application.state).toBe('received');
  });
});
