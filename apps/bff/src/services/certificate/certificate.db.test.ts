import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { somebody } from '../../test/faces-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const DAY = 24 * 3_600_000;
const refused = (code: string) => ({ ok: false, problem: { code } });
/** A household on subsistence allowance; the other one has a nursing allowance of their own. */
async function household() {
  const [who, other] = [somebody('领低保的人'), somebody('家里另一个人')];
  const caseId = await putCase(bff, {
    people: [who, other],
    benefits: [
      { kind: 'subsistence', yuan: 770 },
      { kind: 'disability-allowances', yuan: 80, memberId: 'm2' },
    ],
  });
  const me = await resident(bff, `certificate${'x'.repeat(++people)}`, who);
  await verify(bff, me.accountId);
  return { who, caseId, me };
}
type Household = Awaited<ReturnType<typeof household>>;
const issue = ({ me, caseId }: Household, certificateId: string = randomUUID()) =>
  me.call(residentApi.issueCertificate, { params: { certificateId }, body: { caseId } });
const check = (code: string) => bff.residentWith(undefined)(residentApi.checkCertificate, { body: { code } });
const kindOf = async (code: string) => done(await check(code)).kind;

describe('救助证明', () => {
  it('写的名字打得开什么也不算：没核过身份，开不了，也看不到谁在册', async () => {
    const { caseId } = await household();
    const claimed = await resident(bff, 'claimed', somebody());
    expect(done(await claimed.call(residentApi.certificates, {}))).toMatchObject({ possible: [], given: [], notShown: 'not-verified' });
    expect(await claimed.call(residentApi.issueCertificate, { params: { certificateId: randomUUID() }, body: { caseId } })).toMatchObject(
      refused('verification-needed'),
    );
  });

  it('写的只有名字、领哪样、哪个镇；家里另一个人的不写，金额不写；别人凭码看到的一字不多', async () => {
    const home = await household();
    const id = randomUUID();
    const given = done(await issue(home, id));
    expect(given).toMatchObject({ state: 'valid', checks: 0 });
    expect(given.face).toEqual({
      holder: home.who.name,
      maskedNumber: `${home.who.number[0]}${'*'.repeat(16)}${home.who.number.at(-1)}`,
      benefits: [{ title: '低保', since: '2024-03-01' }],
      office: '杨家坪街道办事处',
      issuedOn: '2026-11-22',
      validUntil: '2026-11-28',
    });
    // Typed small, with a dash.
    const code = given.code as string;
    const seen = done(await check(`${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`));
    expect(seen).toEqual({ kind: 'valid', face: given.face, sentence: expect.anything() });
    expect(done(await home.me.call(residentApi.certificates, {})).given).toMatchObject([{ certificateId: id, checks: 1 }]);
    // The same id again is the same certificate; the code lies nowhere in the open.
    expect(done(await issue(home, id)).code).toBe(code);
    expect(JSON.stringify(bff.lines)).not.toContain(code);
  });

  it('别人的家、别人的证明，动不了', async () => {
    const [mine, theirs] = [await household(), await household()];
    expect(await issue({ ...mine, caseId: theirs.caseId })).toMatchObject(refused('not-found'));
    const id = randomUUID();
    const { code } = done(await issue(theirs, id));
    expect(await issue(mine, id)).toMatchObject(refused('conflict'));
    done(await mine.me.call(residentApi.takeBackCertificate, { params: { certificateId: id } }));
    expect(await kindOf(code as string)).toBe('valid');
  });

  it('收回、停了、人不在册、过了日子，码就不作数；是哪一种，别人问不出来', async () => {
    const home = await household();
    const answers: unknown[] = [];
    const first = done(await issue(home));
    done(await home.me.call(residentApi.takeBackCertificate, { params: { certificateId: first.certificateId } }));
    answers.push(done(await check(first.code as string)));
    const second = done(await issue(home));
    // As a decision writes it; the guard of amounts is not what is looked at here.
    await bff.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update case_benefits set until = '2026-11-21' where case_id = ${home.caseId} and kind = 'subsistence'`;
    });
    answers.push(done(await check(second.code as string)));
    expect(done(await home.me.call(residentApi.certificates, {}))).toMatchObject({
      possible: [],
      notShown: 'nothing-in-force',
      given: expect.arrayContaining([
        expect.objectContaining({ certificateId: second.certificateId, state: 'benefit-ended' }),
        expect.objectContaining({ certificateId: first.certificateId, state: 'taken-back' }),
      ]),
    });
    expect(await issue(home)).toMatchObject(refused('not-found'));
    answers.push(done(await check('ABCDE23456')));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ kind: 'not-found' });

    const later = await household();
    const { code } = done(await issue(later));
    // The last minute of its seventh day, then the first of the next: from Sunday 10:00 to Saturday midnight.
    bff.pass(6 * DAY + 14 * 3_600_000 - 60_000);
    expect(await kindOf(code as string)).toBe('valid');
    bff.pass(60_000);
    expect(await kindOf(code as string)).toBe('not-found');
  });

  it('开、收、核，一分钱也不动', async () => {
    const home = await household();
    // A day has passed in the test before: signed in anew where the token is over.
    const before = await moneyOf(bff);
    const { code, certificateId } = done(await issue(home));
    await check(code as string);
    await home.me.call(residentApi.takeBackCertificate, { params: { certificateId } });
    expect(await moneyOf(bff)).toEqual(before);
  });

  it('一个地方猜得太多，就请等一等', async () => {
    expect(await check('ZZZZZ99999')).toMatchObject({ ok: true });
    await bff.sql`update rate_counts set count = 300 where key like 'checkCertificate:%'`;
    const last = await check('ZZZZZ99999');
    expect(last).toMatchObject(refused('too-many-requests'));
  });
});
