import { randomUUID } from 'node:crypto';
import { residentApi, STATEMENT_HASHES, STATEMENTS, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { consentTo } from '../../test/faces-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, resident, submission } from '../../test/people.ts';

let bff: BffForTest;
let clerk: Awaited<ReturnType<BffForTest['staff']>>;
beforeAll(async () => {
  bff = await bffForTest();
  clerk = await bff.staff('sample-heli');
});
afterAll(() => bff.close());
beforeEach(() => void Object.assign(bff.wechat.face, { begin: undefined, ret: 10000, query: undefined }));

type Someone = Awaited<ReturnType<typeof resident>>;
let people = 0;
const somebody = (who: { name: string; number: string } | null = null) => resident(bff, `signer${'x'.repeat(++people)}`, who);
const refused = (code: string) => ({ ok: false, problem: { code } });
const statements = (['sensitive-data', 'cross-check'] as const).map((statement) => ({
  statement,
  version: STATEMENTS[statement].version,
  hash: STATEMENT_HASHES[statement],
}));
const strokes = [[10, 20, 60, 80, 120, 30]];

/** One adult who is asked, with a link; the application is sent. */
async function asked(extra: object = {}, number = inventedNumber()) {
  const applicant = await somebody({ name: '李素芬', number: inventedNumber() });
  const [applicationId, askId, phoneId] = [randomUUID(), randomUUID(), randomUUID()];
  const lastSix = number.slice(-6);
  const paper = { kind: 'resident-identity', number } as const;
  const body = { applicationId, memberId: 'm2', name: '张国福', lastSix, paper, phoneId, ...extra };
  done(await applicant.call(residentApi.askRelay, { params: { askId }, body }));
  const { token } = done(await applicant.call(residentApi.makeRelayLink, { params: { askId }, body: { kind: 'card' }, key: randomUUID() }));
  done(await applicant.submit(applicationId, submission()));
  await bff.worker.drain();
  return { applicant, applicationId, askId, phoneId, number, token, lastSix: body.lastSix };
}
type Asked = Awaited<ReturnType<typeof asked>>;

const beginFace = (
  who: Someone,
  one: Asked,
  { name = '张国福', number = one.number, id = randomUUID() as string, consent = consentTo('face-to-sign') } = {},
) =>
  who.call(residentApi.beginRelayFace, {
    params: { faceCheckId: id },
    body: { for: { token: one.token, lastSix: one.lastSix }, name, number, consent },
  });
const finish = async (who: Someone, faceCheckId: string) => done(await who.call(residentApi.finishFaceCheck, { params: { faceCheckId } }));
const faceOf = async (who: Someone, one: Asked, more = {}) => {
  const { result } = done(await beginFace(who, one, more));
  return finish(who, result.faceCheckId);
};
const sign = (who: Someone, one: Asked, answer: object, phoneId: string = randomUUID()) =>
  who.call(residentApi.signRelay, {
    params: { signatureId: randomUUID() },
    body: { token: one.token, lastSix: one.lastSix, phoneId, answer: { kind: 'agreed', statements, ...answer } as never },
  });
const asStaff = async ({ applicationId }: Asked) => done(await clerk.call(staffApi.staffRelay, { params: { applicationId } }))[0];

it('刷脸代替写名字：自己的手机上，算；不记成认证，也不约人', async () => {
  const one = await asked();
  const wife = await somebody();
  const face = await faceOf(wife, one);
  expect(face).toMatchObject({ state: 'passed', next: 'done', sentence: { sentence: '认出来了，是您本人' } });
  expect(face.authenticationId).toBeUndefined();
  expect(bff.wechat.face.opened.at(-1)).toEqual({ name: '张国福', number: one.number });
  expect(done(await sign(wife, one, { faceCheckId: face.faceCheckId })).state).toBe('signed');
  expect(await asStaff(one)).toMatchObject({ state: 'signed', way: 'face', usableForCrossCheck: true });
  expect(await bff.sql`select 1 from authentications where face_check_id = ${face.faceCheckId}`).toHaveLength(0);
  expect(await bff.sql`select 1 from visits where account_id = ${wife.accountId}`).toHaveLength(0);
  const [act] = await bff.sql`select statement from consent_acts where about_id = ${face.faceCheckId}`;
  expect(act?.statement).toBe('face-to-sign');
});

it('用申请人的微信和手机：本人的脸说是本人，当时就算，不用等人来问', async () => {
  const one = await asked();
  const face = await faceOf(one.applicant, one);
  expect(done(await sign(one.applicant, one, { faceCheckId: face.faceCheckId }, one.phoneId)).state).toBe('signed');
  expect(await asStaff(one)).toMatchObject({ state: 'signed', usableForCrossCheck: true });
  const [row] = await bff.sql`select confirmed_by, why from relay_signatures where ask_id = ${one.askId}`;
  expect(row).toEqual({ confirmed_by: 'face', why: null });
});

it('先写了名字、等着问的：本人刷一次脸，就算了；只能用一次', async () => {
  const one = await asked();
  expect(done(await sign(one.applicant, one, { strokes }, one.phoneId)).state).toBe('to-confirm');
  const [own] = done(await one.applicant.call(residentApi.relaySignatures, {}));
  expect(own).toMatchObject({ state: 'to-confirm', mayConfirm: false, mayConfirmByFace: true });
  const signatureId = own?.signatureId as string;
  const begin = (number: string) =>
    one.applicant.call(residentApi.beginRelayFace, {
      params: { faceCheckId: randomUUID() },
      body: { for: { signatureId }, name: '张国福', number, consent: consentTo('face-to-sign') },
    });
  expect(await begin(inventedNumber())).toMatchObject(refused('form-invalid'));
  const { result } = done(await begin(one.number));
  const confirm = () =>
    one.applicant.call(residentApi.confirmRelayByFace, { params: { signatureId }, body: { faceCheckId: result.faceCheckId } });
  // Not before WeChat said so.
  expect(await confirm()).toMatchObject(refused('face-not-theirs'));
  await finish(one.applicant, result.faceCheckId);
  for (let i = 0; i < 2; i++) expect(done(await confirm())).toMatchObject({ state: 'given', mayConfirmByFace: false });
  expect(await asStaff(one)).toMatchObject({ state: 'signed', usableForCrossCheck: true });
  expect(
    await (await somebody()).call(residentApi.confirmRelayByFace, { params: { signatureId }, body: { faceCheckId: result.faceCheckId } }),
  ).toMatchObject(refused('not-found'));
});

it('别人的号、别人刷的、没认出来、过了一刻钟、为认证刷的：都代替不了签名', async () => {
  const one = await asked();
  const wife = await somebody();
  const wifesLogin = `signer${'x'.repeat(people)}`;
  expect(await beginFace(wife, one, { number: inventedNumber() })).toMatchObject(refused('form-invalid'));
  expect(await beginFace(wife, one, { consent: consentTo('face') })).toMatchObject(refused('form-invalid'));
  const other = await somebody();
  const others = await faceOf(other, one);
  expect(await sign(wife, one, { faceCheckId: others.faceCheckId })).toMatchObject(refused('face-not-theirs'));
  bff.wechat.face.ret = 10004;
  const not = await faceOf(wife, one);
  expect(await sign(wife, one, { faceCheckId: not.faceCheckId })).toMatchObject(refused('face-not-theirs'));
  bff.wechat.face.ret = 10000;
  const late = await faceOf(wife, one);
  bff.pass(16 * 60_000);
  const wifeLater = await resident(bff, wifesLogin, null);
  expect(await sign(wifeLater, one, { faceCheckId: late.faceCheckId })).toMatchObject(refused('face-not-theirs'));
  bff.pass(-16 * 60_000);
  expect(await asStaff(one)).toMatchObject({ usableForCrossCheck: false });
});

it('脸从来不是唯一的办法：两次没认出来，说写名字就行，不约人；写名字照样算', async () => {
  const one = await asked();
  const wife = await somebody();
  bff.wechat.face.ret = 10004;
  await faceOf(wife, one);
  const second = await faceOf(wife, one);
  expect(second).toMatchObject({ next: 'another-way', triesLeft: 0 });
  expect(second.sentence.sentence).toContain('写名字就行');
  expect(second.visit).toBeUndefined();
  const { verifyId, result } = done(await beginFace(wife, one));
  expect([verifyId, result.next]).toEqual([undefined, 'another-way']);
  expect(await bff.sql`select 1 from visits where account_id = ${wife.accountId}`).toHaveLength(0);
  expect(done(await sign(wife, one, { strokes })).state).toBe('signed');
});

it('监护人刷自己的脸，算监护人签；用申请人的手机，镇上还是要问一句', async () => {
  const guardian = inventedNumber();
  const one = await asked({ guardian: '王小梅', lastSix: guardian.slice(-6) });
  expect(await beginFace(one.applicant, one, { number: one.number })).toMatchObject(refused('form-invalid'));
  const face = await faceOf(one.applicant, one, { name: '王小梅', number: guardian });
  expect(done(await sign(one.applicant, one, { faceCheckId: face.faceCheckId }, one.phoneId)).state).toBe('to-confirm');
  expect(await asStaff(one)).toMatchObject({ way: 'guardian', usableForCrossCheck: false });
});

it('手机没了：后台替他问微信，一小时后放下，不出错', async () => {
  const one = await asked();
  const { result } = done(await beginFace(await somebody(), one));
  bff.wechat.face.ret = 10300;
  bff.pass(65 * 60_000);
  await bff.worker.chores();
  bff.pass(-65 * 60_000);
  const [row] = await bff.sql`select state, next, subject_sealed from face_checks where id = ${result.faceCheckId}`;
  expect(row).toEqual({ state: 'abandoned', next: 'another-way', subject_sealed: null });
});
