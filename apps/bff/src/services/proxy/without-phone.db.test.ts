import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done } from '../../test/people.ts';
import { helpersForTest } from './helpers-for-test.ts';

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

const caseOf = async (applicationId: string) => done(await clerk.call(staffApi.openCase, { params: { applicationId } }));

describe('没有手机的人，先替他开一份', () => {
  it('协理员开，填，交；本人后来核过身份，一下接过去，什么都在', async () => {
    const assistant = await helpers.somebody('何丽', inventedNumber('1990-01-01'));
    const number = inventedNumber('1941-05-05');
    const grantId = randomUUID();
    const begin = () =>
      assistant.call(residentApi.beginHelping, {
        params: { grantId },
        body: { name: '周桂芳', paper: { kind: 'resident-identity', number }, kind: 'assistant' },
      });
    expect(done(await begin())).toMatchObject({ name: '周桂芳', begunByMe: true, state: 'active' });
    expect(done(await begin()).grantId).toBe(grantId);
    const as = helpers.inTheName(assistant, grantId);
    const draftId = randomUUID();
    done(await helpers.save(as, draftId, 0, '一个人住'));
    const { applicationId, answer } = await helpers.send(as, draftId);
    done(answer);
    await bff.worker.drain();
    expect((await caseOf(applicationId)).applicant.name).toBe('周桂芳');
    expect(done(await assistant.call(residentApi.applications, {}))).toEqual([]);

    const herself = await helpers.somebody('周桂芳', number);
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
    done(await helpers.save(herself.call, randomUUID(), 0, '自己填的'));
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
    expect(await helpers.save(as, randomUUID(), 0, '一')).toMatchObject(refused('helper-not-allowed'));
  });

  it('不是村社的手机，最多替五个人开', async () => {
    const neighbour = await helpers.somebody('王平', inventedNumber('1980-01-01'));
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
    const { grandma, grantId, as } = await helpers.helping(['fill', 'send', 'notices', 'results']);
    const other = await helpers.somebody('罗强', inventedNumber('1990-01-01'));
    const { token } = await helpers.invite(grandma, ['fill']);
    done(await other.call(residentApi.acceptHelping, { body: { token } }));
    const { applicationId } = await helpers.send(as);
    const told = async () => done(await grandma.call(residentApi.application, { params: { applicationId } })).told;
    expect(await told()).toEqual([{ ways: ['inbox'] }, { helper: '孙子小宇', ways: ['inbox'] }]);
    done(await grandma.call(residentApi.stopHelper, { params: { grantId } }));
    expect(await told()).toEqual([{ ways: ['inbox'] }]);
  });
});
