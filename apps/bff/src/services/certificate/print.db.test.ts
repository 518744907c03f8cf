import { randomUUID } from 'node:crypto';
import { type Paper, residentApi, type SeenAtCounter, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { somebody } from '../../test/faces-for-test.ts';
import { done, resident, YANGJIAPING } from '../../test/people.ts';
import { refusedOnTrail } from '../../test/trail-for-test.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const refused = (code: string) => ({ ok: false, problem: { code } });
const paperOf = ({ number }: { number: string }): Paper => ({ kind: 'resident-identity', number });
const card = (who: { number: string }): SeenAtCounter => ({ way: 'paper', paper: paperOf(who), sawPaper: true });
/** A household on subsistence allowance; somebody of it has a nursing allowance besides. */
async function household() {
  const [who, other] = [somebody('领低保的人'), somebody('家里另一个人')];
  const caseId = await putCase(bff, {
    people: [who, other],
    benefits: [
      { kind: 'subsistence', yuan: 770 },
      { kind: 'disability-allowances', yuan: 80, memberId: 'm2' },
    ],
  });
  return { who, other, caseId };
}
const print = async (
  { caseId }: { caseId: string },
  seen: SeenAtCounter,
  { as = 'sample-heli', memberId = 'm1', id = randomUUID() }: { as?: string; memberId?: string; id?: string } = {},
) => (await bff.staff(as)).call(staffApi.printCertificate, { params: { certificateId: id }, body: { caseId, memberId, seen } });
const check = async (code: string | undefined) =>
  done(await bff.residentWith(undefined)(residentApi.checkCertificate, { body: { code: code ?? '' } }));

describe('窗口开救助证明', () => {
  it('看过证件：和手机上开的一样，凭码核得到；同一个号再送还是那一张；谁开的留痕；见过面算一次认证；钱不动', async () => {
    const home = await household();
    const before = await moneyOf(bff);
    const id = randomUUID();
    const given = done(await print(home, card(home.who), { id }));
    expect(given.face).toEqual({
      holder: home.who.name,
      maskedNumber: `${home.who.number[0]}${'*'.repeat(16)}${home.who.number.at(-1)}`,
      benefits: [{ title: '低保', since: '2024-03-01' }],
      office: '杨家坪街道办事处',
      issuedOn: '2026-11-22',
      validUntil: '2026-11-28',
    });
    expect(await check(given.code)).toMatchObject({ kind: 'valid', face: given.face });
    expect(done(await print(home, card(home.who), { id })).code).toBe(given.code);
    expect(await bff.sql`select actor_id, office_id, result from audit_log where object_id = ${id}`).toEqual([
      { actor_id: 'sample-heli', office_id: YANGJIAPING, result: 'paper' },
    ]);
    expect(await bff.sql`select contact from authentications where case_id = ${home.caseId}`).toEqual([{ contact: 'window-with-card' }]);
    expect(await moneyOf(bff)).toEqual(before);
    expect(JSON.stringify(bff.lines)).not.toContain(given.code);

    // Once verified on a phone, it is theirs: seen there, and taken back there.
    const me = await resident(bff, 'printed', home.who);
    expect(done(await me.call(residentApi.certificates, {})).given).toEqual([]);
    await verify(bff, me.accountId);
    expect(done(await me.call(residentApi.certificates, {})).given).toMatchObject([{ certificateId: id, state: 'valid' }]);
    const neighbour = await resident(bff, 'printedneighbour', home.other);
    await verify(bff, neighbour.accountId);
    expect(done(await neighbour.call(residentApi.certificates, {})).given).toEqual([]);
    done(await neighbour.call(residentApi.takeBackCertificate, { params: { certificateId: id } }));
    expect((await check(given.code)).kind).toBe('valid');
    done(await me.call(residentApi.takeBackCertificate, { params: { certificateId: id } }));
    expect((await check(given.code)).kind).toBe('not-found');
  });

  it('凭核身码：号对得上才开，用一次；别人的码、用过的码开不了', async () => {
    const home = await household();
    const { call } = await bff.staff('sample-heli');
    const codeFor = async (who: { name: string; number: string }) =>
      done(await call(staffApi.issueVerificationCode, { body: { name: who.name, paper: paperOf(who), sawPaper: true }, key: randomUUID() }))
        .code;
    const [mine, theirs] = [await codeFor(home.who), await codeFor(home.other)];
    expect(await print(home, { way: 'code', code: theirs })).toMatchObject(refused('verification-code-invalid'));
    done(await print(home, { way: 'code', code: mine }));
    expect(await print(home, { way: 'code', code: mine })).toMatchObject(refused('verification-code-invalid'));
  });

  it('证件不是这位的、没有正在领的、不是本镇街的、只看的、近亲属的：都开不了，留痕，什么也没开', async () => {
    const home = await household();
    const stranger = somebody();
    const id = randomUUID();
    const wrong = await print(home, card(stranger), { id });
    expect(wrong.ok ? [] : wrong.problem.fields).toEqual([{ path: 'seen.paper.number', sentence: expect.stringContaining('对不上') }]);
    expect(await print(home, card(home.who), { as: 'sample-yangfan', id })).toMatchObject(refused('not-found'));
    for (const as of ['sample-luowenjing', 'sample-tangming', 'sample-denghua'])
      expect(await print(home, card(home.who), { as, id })).toMatchObject(refused('forbidden'));
    expect(await print(home, card(home.who), { memberId: 'm9', id })).toMatchObject(refused('not-found'));
    const { call } = await bff.staff('sample-huangchunlan');
    done(
      await call(staffApi.declareRelation, {
        params: { relationId: randomUUID() },
        body: { relation: 'parent', name: home.who.name, paper: paperOf(home.who) } as never,
      }),
    );
    expect(await print(home, card(home.who), { as: 'sample-huangchunlan', id })).toMatchObject(refused('not-found'));
    const nothing = await putCase(bff, { people: [stranger], benefits: [] });
    const none = await print({ caseId: nothing }, card(stranger), { id });
    expect(none.ok ? '' : none.problem.fields?.[0]?.sentence).toContain('没有正在领的');
    expect(await refusedOnTrail(bff, id)).toHaveLength(8);
    expect(await bff.sql`select 1 from certificates where id = ${id}`).toHaveLength(0);
    // An id that is somebody else's is not given again.
    done(await print(home, card(home.who), { id }));
    expect(await print(home, card(home.who), { as: 'sample-qinlan', id })).toMatchObject(refused('conflict'));
  });
});
