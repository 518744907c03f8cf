import { randomUUID } from 'node:crypto';
import { ACTING_FOR_HEADER, type Client, type HelperVerb, makeClient, residentApi, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, form, resident, submission } from '../../test/people.ts';

let bff: BffForTest;
let clerk: Awaited<ReturnType<BffForTest['staff']>>;
beforeAll(async () => {
  bff = await bffForTest();
  clerk = await bff.staff('sample-heli');
});
afterAll(() => bff.close());

type Someone = Awaited<ReturnType<typeof resident>>;
let people = 0;
/** Letters only, as the fake WeChat reads them. */
const letters = (n: number): string => [...String(n)].map((c) => 'abcdefghij'[Number(c)]).join('');
const somebody = (name = '李素芬', number = inventedNumber('1946-03-01')) => resident(bff, letters(++people), { name, number });
const refused = (code: string) => ({ ok: false, problem: { code } });

/** The same account, asking in somebody's name. */
const inTheName = (helper: Someone, grantId: string): Client =>
  makeClient(async ({ method, path, headers, body }) => {
    const answer = await fetch(`${bff.residentUrl}${path}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${helper.accessToken}`, [ACTING_FOR_HEADER]: grantId },
      ...(body !== undefined && { body }),
    });
    return { kind: 'answer', status: answer.status, text: await answer.text() };
  });

const invite = async (person: Someone, verbs: HelperVerb[], until = '2027-05-01' as CivilDate) =>
  done(
    await person.call(residentApi.inviteHelper, {
      body: { grantId: randomUUID(), name: '孙子小宇', kind: 'family', verbs, until },
      key: randomUUID(),
    }),
  );
async function helping(verbs: HelperVerb[] = ['fill', 'send', 'results']) {
  const [grandma, grandson] = [await somebody(), await somebody('张小宇', inventedNumber('2001-01-01'))];
  const { token, grant } = await invite(grandma, verbs);
  done(await grandson.call(residentApi.acceptHelping, { body: { token } }));
  return { grandma, grandson, grantId: grant.grantId, token, as: inTheName(grandson, grant.grantId) };
}
const save = (call: Client, draftId: string, baseRevision: number, story: string) =>
  call(residentApi.saveDraft, { params: { draftId }, body: { formVersion: 1, baseRevision, form: { formVersion: 1, story } } });
const send = (call: Client, draftId?: string) => {
  const applicationId = randomUUID();
  const body = submission({ form: form(), ...(draftId && { draftId }) });
  return call(residentApi.submitApplication, { params: { applicationId }, body }).then((answer) => ({ applicationId, answer }));
};
const caseOf = async (applicationId: string) => done(await clerk.call(staffApi.openCase, { params: { applicationId } }));

describe('没有手机的人，先替他开一份', () => {
  it('协理员开，填，交；本人后来核过身份，一下接过去，什么都在', async () => {
    const assistant = await somebody('何丽', inventedNumber('1990-01-01'));
    const number = inventedNumber('1941-05-05');
    const grantId = randomUUID();
    const begin = () =>
      assistant.call(residentApi.beginHelping, {
        params: { grantId },
        body: { name: '周桂芳', paper: { kind: 'resident-identity', number }, kind: 'assistant' },
      });
    expect(done(await begin())).toMatchObject({ name: '周桂芳', begunByMe: true, state: 'active' });
    expect(done(await begin()).grantId).toBe(grantId);
    const as = inTheName(assistant, grantId);
    const draftId = randomUUID();
    done(await save(as, draftId, 0, '一个人住'));
    const { applicationId, answer } = await send(as, draftId);
    done(answer);
    await bff.worker.drain();
    expect((await caseOf(applicationId)).applicant.name).toBe('周桂芳');
    expect(done(await assistant.call(residentApi.applications, {}))).toEqual([]);

    const herself = await somebody('周桂芳', number);
    expect(await herself.call(residentApi.claimHelped, {})).toMatchObject(refused('verification-needed'));
    expect(done(await herself.call(residentApi.applications, {}))).toEqual([]);
    const { code } = done(
      await clerk.call(staffApi.issueVerificationCode, {
        body: { name: '周桂芳', paper: { kind: 'resident-identity', number }, sawPaper: true },
        key: randomUUID(),
      }),
    );
    done(await herself.call(residentApi.verifyByCode, { body: { code }, key: randomUUID() }));
    expect(done(await herself.call(residentApi.claimHelped, {}))).toEqual({ taken: 1 });
    expect(done(await herself.call(residentApi.claimHelped, {}))).toEqual({ taken: 0 });
    expect(done(await herself.call(residentApi.applications, {})).map((one) => one.receipt.applicationId)).toEqual([applicationId]);
    const [helper] = done(await herself.call(residentApi.helpers, {}));
    expect(helper).toMatchObject({ name: '何丽', state: 'active' });
    // Who wrote her number sees what was begun with it, and nothing that is hers elsewhere.
    const ownId = randomUUID();
    done(await herself.submit(ownId));
    done(await save(herself.call, randomUUID(), 0, '自己填的'));
    expect(done(await as(residentApi.applications, {})).map((one) => one.receipt.applicationId)).toEqual([applicationId]);
    expect(await as(residentApi.application, { params: { applicationId: ownId } })).toMatchObject(refused('not-found'));
    expect(done(await as(residentApi.drafts, {}))).toEqual([]);
    // Messages may be about all of that, and she reads them herself now.
    expect(await as(residentApi.messages, { query: {} })).toMatchObject(refused('helper-not-allowed'));
    expect(done(await herself.call(residentApi.applications, {}))).toHaveLength(2);
    // It is hers now: she stops it with one tap, and confirms what was ticked for her.
    const [ticked] = done(await herself.call(residentApi.relaySignatures, {}));
    expect(ticked).toMatchObject({ state: 'to-confirm', mayConfirm: true });
    done(await herself.call(residentApi.stopHelper, { params: { grantId } }));
    expect(await save(as, randomUUID(), 0, '一')).toMatchObject(refused('helper-not-allowed'));
  });

  it('不是村社的手机，最多替五个人开', async () => {
    const neighbour = await somebody('王平', inventedNumber('1980-01-01'));
    const begin = () =>
      neighbour.call(residentApi.beginHelping, {
        params: { grantId: randomUUID() },
        body: { name: '周桂芳', paper: { kind: 'resident-identity', number: inventedNumber('1941-05-05') }, kind: 'neighbour' },
      });
    for (let i = 0; i < 5; i++) expect((await begin()).ok).toBe(true);
    expect(await begin()).toMatchObject(refused('too-many-requests'));
    // What ran out makes room.
    await bff.sql`update helper_grants set from_day = '2026-01-01', until_day = '2026-11-21' where helper_account_id = ${neighbour.accountId}`;
    expect((await begin()).ok).toBe(true);
  });
});

describe('有事告诉谁', () => {
  it('本人总在消息里看得到；只有让他收通知的人，才一起看得到', async () => {
    const { grandma, grantId, as } = await helping(['fill', 'send', 'notices', 'results']);
    const other = await somebody('罗强', inventedNumber('1990-01-01'));
    const { token } = await invite(grandma, ['fill']);
    done(await other.call(residentApi.acceptHelping, { body: { token } }));
    const { applicationId } = await send(as);
    const told = async () => done(await grandma.call(residentApi.application, { params: { applicationId } })).told;
    expect(await told()).toEqual([{ ways: ['inbox'] }, { helper: '孙子小宇', ways: ['inbox'] }]);
    done(await grandma.call(residentApi.stopHelper, { params: { grantId } }));
    expect(await told()).toEqual([{ ways: ['inbox'] }]);
  });
});
