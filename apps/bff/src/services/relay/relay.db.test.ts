import { randomUUID } from 'node:crypto';
import { residentApi, STATEMENT_HASHES, STATEMENTS, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, form, resident, submission } from '../../test/people.ts';
import { usableForCrossCheck } from '../consent/usable-for-cross-check.ts';
import type { Context } from '../context.ts';

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
const somebody = (who: { name: string; number: string } | null = { name: '李素芬', number: inventedNumber() }) =>
  resident(bff, letters(++people), who);

const statements = (['sensitive-data', 'cross-check'] as const).map((statement) => ({
  statement,
  version: STATEMENTS[statement].version,
  hash: STATEMENT_HASHES[statement],
}));
const strokes = [[10, 20, 60, 80, 120, 30]];
const agreed = { kind: 'agreed', statements, strokes } as const;
const refused = (code: string) => ({ ok: false, problem: { code } });

interface Family {
  readonly applicant: Someone;
  readonly applicationId: string;
  readonly phoneId: string;
}
const family = async (): Promise<Family> => ({ applicant: await somebody(), applicationId: randomUUID(), phoneId: randomUUID() });
const threeAdults = () => {
  const base = form();
  return form({
    members: [...base.members, { id: 'm3', relation: 'child', name: '张伟', birthDate: '1990-01-01', income: [] }] as typeof base.members,
  });
};
const send = async ({ applicant, applicationId }: Family, extra = {}) => {
  const receipt = done(await applicant.submit(applicationId, submission({ form: threeAdults(), ...extra })));
  await bff.worker.drain();
  return receipt;
};
const ask = async ({ applicant, applicationId, phoneId }: Family, memberId = 'm2', number = inventedNumber(), extra: object = {}) => {
  const askId = randomUUID();
  const body = {
    applicationId,
    memberId,
    name: memberId === 'm2' ? '张国福' : '张伟',
    lastSix: number.slice(-6),
    paper: { kind: 'resident-identity', number } as const,
    phoneId,
    ...extra,
  };
  const view = done(await applicant.call(residentApi.askRelay, { params: { askId }, body }));
  return { askId: view.askId, number, memberId };
};
const link = async (one: Someone, askId: string, kind: 'card' | 'paper' = 'card') =>
  done(await one.call(residentApi.makeRelayLink, { params: { askId }, body: { kind }, key: randomUUID() })).token;
const open = (one: Someone, token: string, number: string) =>
  one.call(residentApi.openRelay, { body: { token, lastSix: number.slice(-6), phoneId: randomUUID() } });
const sign = (
  one: Someone,
  token: string,
  number: string,
  { phoneId = randomUUID() as string, id = randomUUID() as string, answer = agreed as object } = {},
) =>
  one.call(residentApi.signRelay, {
    params: { signatureId: id },
    body: { token, lastSix: number.slice(-6), phoneId, answer: answer as typeof agreed },
  });
const board = async ({ applicant, applicationId }: Family) =>
  done(await applicant.call(residentApi.relayBoard, { params: { applicationId } }));
const stateOf = async (one: Family, memberId = 'm2') => (await board(one)).asks.find((a) => a.memberId === memberId)?.state;
const staffAsk = async ({ applicationId }: Family, memberId = 'm2') =>
  done(await clerk.call(staffApi.staffRelay, { params: { applicationId } })).find((a) => a.memberId === memberId);
const tasks = async (kind: string) => (await bff.sql`select 1 from signals where kind = ${kind}`).length;
const recorded = async ({ applicationId }: Family, memberId = 'm2') =>
  (
    await bff.sql`select status from signatures where application_id = ${applicationId} and member_id = ${memberId} and statement = 'cross-check'`
  )[0]?.status;

describe('链接：本人的，一次，自己的六位', () => {
  it('交以前就能请；本人用六位打开，手写签名；交上去，日子定在交的那天，签名跟过去', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const token = await link(home.applicant, askId);
    const wife = await somebody(null);
    expect(done(await open(wife, token, number))).toMatchObject({
      name: '张国福',
      applicant: '李素芬',
      statements: ['sensitive-data', 'cross-check'],
    });
    expect(await stateOf(home)).toBe('opened');
    expect(done(await sign(wife, token, number)).state).toBe('signed');
    await send(home);
    expect(await board(home)).toMatchObject({ receivedOn: '2026-11-22', asks: [{ state: 'signed', way: 'handwriting' }] });
    expect(await recorded(home)).toBe('given');
    expect(await recorded(home, 'm3')).toBe('not-yet');
    expect(await staffAsk(home)).toMatchObject({ strokes, usableForCrossCheck: true });
  });

  it('地址和库里都没有链接本身；同一个签名送两次是一次；用过的，谁也打不开', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const token = await link(home.applicant, askId);
    const wife = await somebody(null);
    const id = randomUUID();
    const both = await Promise.all([sign(wife, token, number, { id }), sign(wife, token, number, { id })]);
    expect(both.map((one) => done(one).state)).toEqual(['signed', 'signed']);
    expect((await bff.sql`select 1 from relay_signatures where ask_id = ${askId}`).length).toBe(1);
    const other = await somebody(null);
    expect(await open(other, token, number)).toMatchObject(refused('relay-link-over'));
    expect(await sign(other, token, number)).toMatchObject(refused('relay-link-over'));
    expect(await sign(wife, token, number, { id, answer: { ...agreed, strokes: [[1, 1, 2, 2]] } })).toMatchObject(
      refused('content-differs'),
    );
    const kept = await bff.sql`select encode(hash, 'base64') as hash from relay_links where ask_id = ${askId}`;
    expect(kept.map((row) => row.hash)).not.toContain(token);
    expect(bff.lines.filter((line) => JSON.stringify(line).includes(token))).toEqual([]);
  });

  it('六位错五次，这个链接就不能用了，对的也打不开；再做一个又能用；过了十四天也不能用', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const token = await link(home.applicant, askId, 'paper');
    const wife = await somebody(null);
    const wrong = '99999999999999000000';
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await open(wife, token, wrong));
    expect(answers.map((one) => (one.ok ? 'ok' : one.problem.code))).toEqual([...Array(4).fill('relay-digits-wrong'), 'relay-link-over']);
    expect(await open(wife, token, number)).toMatchObject(refused('relay-link-over'));
    const next = await link(home.applicant, askId, 'paper');
    expect((await open(wife, ` ${next.toLowerCase()} `, number)).ok).toBe(true);
    bff.pass(14 * 86_400_000);
    const later = await resident(bff, letters(people), null);
    expect(await open(later, next, number)).toMatchObject(refused('relay-link-over'));
    bff.pass(-14 * 86_400_000);
  });

  it('做了新的，旧的就不能用；别人的请求看不到，也做不了链接', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const [first, second] = [await link(home.applicant, askId), await link(home.applicant, askId)];
    const wife = await somebody(null);
    expect(await open(wife, first, number)).toMatchObject(refused('relay-link-over'));
    expect((await open(wife, second, number)).ok).toBe(true);
    expect(await wife.call(residentApi.makeRelayLink, { params: { askId }, body: { kind: 'card' }, key: randomUUID() })).toMatchObject(
      refused('not-found'),
    );
    expect(done(await wife.call(residentApi.relayBoard, { params: { applicationId: home.applicationId } })).asks).toEqual([]);
  });

  it('没写名字、少一样、旧的说明：说清差什么；不知道六位的，先没有链接', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const token = await link(home.applicant, askId);
    const wife = await somebody(null);
    expect(await sign(wife, token, number, { answer: { ...agreed, strokes: [[1, 1]] } })).toMatchObject(refused('form-invalid'));
    expect(await sign(wife, token, number, { answer: { ...agreed, statements: [statements[0]] } })).toMatchObject(
      refused('signature-missing'),
    );
    const old = statements.map((one) => ({ ...one, version: '2020-01-01' }));
    expect(await sign(wife, token, number, { answer: { ...agreed, statements: old } })).toMatchObject(refused('signature-missing'));
    const view = done(
      await home.applicant.call(residentApi.askRelay, {
        params: { askId: randomUUID() },
        body: { applicationId: home.applicationId, memberId: 'm3', name: '张伟', phoneId: home.phoneId },
      }),
    );
    expect(
      await home.applicant.call(residentApi.makeRelayLink, { params: { askId: view.askId }, body: { kind: 'card' }, key: randomUUID() }),
    ).toMatchObject(refused('form-invalid'));
  });
});

describe('同一个微信、同一部手机：要问过本人才算', () => {
  it('用申请人的微信签：等确认，不能核对；镇街打电话问过，才算', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    expect(done(await sign(home.applicant, await link(home.applicant, askId), number)).state).toBe('to-confirm');
    const before = await tasks('relay-to-confirm');
    await send(home);
    expect(await tasks('relay-to-confirm')).toBe(before + 1);
    expect(await recorded(home)).toBe('not-yet');
    expect(await staffAsk(home)).toMatchObject({ state: 'to-confirm', why: 'same-account', usableForCrossCheck: false });
    const body = { by: 'call', agreed: true, note: '打电话问过本人' } as const;
    done(await clerk.call(staffApi.confirmRelay, { params: { askId }, body }));
    expect(await staffAsk(home)).toMatchObject({ state: 'signed', usableForCrossCheck: true });
    expect(await recorded(home)).toBe('given');
    // Again is the same; the other answer is no longer possible.
    done(await clerk.call(staffApi.confirmRelay, { params: { askId }, body }));
    expect(await clerk.call(staffApi.confirmRelay, { params: { askId }, body: { ...body, agreed: false } })).toMatchObject(
      refused('state-changed'),
    );
  });

  it('两个家人先后用同一个微信：两份都等确认；别的微信、同一部手机也一样', async () => {
    const home = await family();
    const [two, three] = [await ask(home, 'm2'), await ask(home, 'm3')];
    const shared = await somebody(null);
    expect(done(await sign(shared, await link(home.applicant, two.askId), two.number)).state).toBe('signed');
    await send(home);
    expect(await recorded(home)).toBe('given');
    expect(done(await sign(shared, await link(home.applicant, three.askId), three.number)).state).toBe('to-confirm');
    expect([await stateOf(home, 'm2'), await stateOf(home, 'm3')]).toEqual(['to-confirm', 'to-confirm']);
    expect(await recorded(home)).toBe('not-yet');

    const other = await family();
    const { askId, number } = await ask(other);
    expect(done(await sign(await somebody(null), await link(other.applicant, askId), number, { phoneId: other.phoneId })).state).toBe(
      'to-confirm',
    );
  });

  it('同时签，也看得出来：至少后一个等确认', async () => {
    const home = await family();
    const [two, three] = [await ask(home, 'm2'), await ask(home, 'm3')];
    const shared = await somebody(null);
    const tokens = [await link(home.applicant, two.askId), await link(home.applicant, three.askId)] as const;
    await Promise.all([sign(shared, tokens[0], two.number), sign(shared, tokens[1], three.number)]);
    expect([await stateOf(home, 'm2'), await stateOf(home, 'm3')]).toEqual(['to-confirm', 'to-confirm']);
  });
});

describe('不签、找不到、不方便：镇街的事，不是死路', () => {
  it('本人说暂时不签：交得上去，镇街有一件事带理由；想通了，链接还能用', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const token = await link(home.applicant, askId);
    const son = await somebody(null);
    expect(done(await sign(son, token, number, { answer: { kind: 'not-now', reason: '我们早就不来往' } })).state).toBe('refused');
    const before = await tasks('relay-refused');
    await send(home);
    expect(await tasks('relay-refused')).toBe(before + 1);
    expect(await staffAsk(home)).toMatchObject({ state: 'refused', note: '我们早就不来往', usableForCrossCheck: false });
    expect(done(await sign(son, token, number)).state).toBe('signed');
    expect(await staffAsk(home)).toMatchObject({ state: 'signed', usableForCrossCheck: true });
  });

  it('联系不上、不方便签：说一声就是镇街的事；两个人当面记下，就算', async () => {
    const home = await family();
    const [two, three] = [await ask(home, 'm2'), await ask(home, 'm3')];
    await send(home);
    const before = [await tasks('relay-unreachable'), await tasks('relay-at-counter')];
    const way = (askId: string, body: { way: 'unreachable' | 'at-counter'; note?: string }) =>
      home.applicant.call(residentApi.settleRelayAsk, { params: { askId }, body });
    done(await way(three.askId, { way: 'unreachable', note: '电话停机' }));
    done(await way(two.askId, { way: 'at-counter', note: '卧床' }));
    expect([await tasks('relay-unreachable'), await tasks('relay-at-counter')]).toEqual(before.map((n) => n + 1));
    const witnessed = (witnesses: string[], signatureId: string = randomUUID(), statementsRead: typeof statements = statements) =>
      clerk.call(staffApi.witnessRelay, {
        params: { applicationId: home.applicationId, memberId: 'm2' },
        body: { signatureId, witnesses, on: '2026-11-22' as never, statements: statementsRead },
      });
    expect(await witnessed(['何丽', '何丽'])).toMatchObject(refused('two-names-needed'));
    expect(await witnessed(['何丽', '李强'], randomUUID(), statements.slice(1))).toMatchObject(refused('signature-missing'));
    const id = randomUUID();
    for (let i = 0; i < 2; i++) done(await witnessed(['何丽', '李强'], id));
    expect(await staffAsk(home)).toMatchObject({
      state: 'signed',
      way: 'witnesses',
      witnesses: ['何丽', '李强'],
      usableForCrossCheck: true,
    });
    // The other one stays what it is; nobody was ever sent back.
    expect(await stateOf(home, 'm3')).toBe('unreachable');
  });

  it('监护人替不能签的人签：用监护人自己的六位', async () => {
    const home = await family();
    const guardian = inventedNumber();
    const { askId, number } = await ask(home, 'm2', inventedNumber(), { guardian: '王小梅', lastSix: guardian.slice(-6) });
    const token = await link(home.applicant, askId);
    const her = await somebody(null);
    expect(await open(her, token, number)).toMatchObject(refused('relay-digits-wrong'));
    expect(done(await sign(her, token, guardian)).state).toBe('signed');
    expect((await board(home)).asks[0]).toMatchObject({ way: 'guardian', guardian: '王小梅' });
  });

  it('不住一起的亲人：请得了，自己用六位签；他不签，家里不算没签完，也不查他', async () => {
    const home = await family();
    const daughter = inventedNumber();
    const body = { applicationId: home.applicationId, memberId: 's1', name: '张燕', lastSix: daughter.slice(-6), phoneId: home.phoneId };
    const { askId } = done(await home.applicant.call(residentApi.askRelay, { params: { askId: randomUUID() }, body }));
    const two = await ask(home, 'm2');
    done(await sign(await somebody(null), await link(home.applicant, two.askId), two.number));
    const three = await ask(home, 'm3');
    done(await sign(await somebody(null), await link(home.applicant, three.askId), three.number));
    await send(home);
    const open = async () =>
      (await bff.sql`select others_not_signed from work_items where application_id = ${home.applicationId}`)[0]?.others_not_signed;
    expect([await stateOf(home, 's1'), await open(), (await staffAsk(home, 's1'))?.usableForCrossCheck]).toEqual(['waiting', false, false]);
    const hers = await somebody(null);
    expect(done(await sign(hers, await link(home.applicant, askId), daughter)).state).toBe('signed');
    expect(await staffAsk(home, 's1')).toMatchObject({ name: '张燕', state: 'signed' });
  });

  it('没发过链接的人，也能在窗口记；别的镇街看不到、记不了', async () => {
    const home = await family();
    await send(home);
    const other = await bff.staff('sample-yangfan');
    expect(await other.call(staffApi.staffRelay, { params: { applicationId: home.applicationId } })).toMatchObject(refused('not-found'));
    const body = { signatureId: randomUUID(), witnesses: ['何丽', '李强'], on: '2026-11-22' as never, statements };
    const params = { applicationId: home.applicationId, memberId: 'm3' };
    expect(await other.call(staffApi.witnessRelay, { params, body })).toMatchObject(refused('not-found'));
    done(await clerk.call(staffApi.witnessRelay, { params, body }));
    expect(await staffAsk(home, 'm3')).toMatchObject({ name: '张伟', state: 'signed', usableForCrossCheck: true });
  });
});

describe('填的人变了，换了微信', () => {
  it('签过的人从表里拿掉了，位置换成另一个人：签的不算他的，要他自己签', async () => {
    const home = await family();
    const { askId, number } = await ask(home, 'm3');
    done(await sign(await somebody(null), await link(home.applicant, askId), number));
    const other = inventedNumber('1991-02-02');
    const again = await ask(home, 'm3', other, { name: '张敏' });
    expect([again.askId, await stateOf(home, 'm3')]).toEqual([askId, 'waiting']);
    await send(home);
    expect(await recorded(home, 'm3')).toBe('not-yet');
    expect(await staffAsk(home, 'm3')).toMatchObject({ name: '张敏', usableForCrossCheck: false });
    done(await sign(await somebody(null), await link(home.applicant, askId), other));
    expect(await recorded(home, 'm3')).toBe('given');
  });

  it('签过的人，交的时候表里是别的证件号：不算；表里没有的人，不多出一行来等', async () => {
    const home = await family();
    const [two, nine] = [await ask(home, 'm2'), await ask(home, 'm9')];
    for (const one of [two, nine]) done(await sign(await somebody(null), await link(home.applicant, one.askId), one.number));
    const base = threeAdults();
    const paper = { kind: 'resident-identity' as const, number: inventedNumber('1960-01-01') };
    await send(home, { form: { ...base, members: base.members.map((one) => (one.id === 'm2' ? { ...one, paper } : one)) } });
    expect([await recorded(home, 'm2'), await recorded(home, 'm9')]).toEqual(['not-yet', undefined]);
    expect(await staffAsk(home)).toMatchObject({ usableForCrossCheck: false });
  });

  it('在一个微信里请的，在本人另一个核过的微信里交：签的跟过去', async () => {
    const who = { name: '李素芬', number: inventedNumber('1963-03-12') };
    const [first, second] = [await somebody(who), await somebody(who)];
    await bff.sql`update accounts set identity = 'verified', verified_at = now() where id in ${bff.sql([first.accountId, second.accountId])}`;
    const home = { applicant: first, applicationId: randomUUID(), phoneId: randomUUID() };
    const { askId, number } = await ask(home);
    done(await sign(await somebody(null), await link(first, askId), number));
    await send({ ...home, applicant: second });
    expect(await recorded(home)).toBe('given');
    expect(await staffAsk(home)).toMatchObject({ state: 'signed', usableForCrossCheck: true });
  });

  it('打开链接和重做链接同时来：谁都不会被挡回去', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const wife = await somebody(null);
    for (let i = 0; i < 5; i++) {
      const token = await link(home.applicant, askId);
      const [opened] = await Promise.all([open(wife, token, number), link(home.applicant, askId)]);
      expect(opened.ok ? 'ok' : opened.problem.code).toMatch(/^(ok|relay-link-over)$/);
    }
  });
});

describe('告诉本人；本人说了算', () => {
  it('在另一部手机核过身份的本人收到消息，点“我没同意”：马上不算，镇街有一件事', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    done(await sign(await somebody(null), await link(home.applicant, askId), number));
    await send(home);
    const her = await somebody({ name: '张国福', number });
    expect(done(await her.call(residentApi.relaySignatures, {}))).toEqual([]);
    // Typed proves nothing; a clerk who saw the card does.
    const code = done(
      await clerk.call(staffApi.issueVerificationCode, {
        body: { name: '张国福', paper: { kind: 'resident-identity', number }, sawPaper: true },
        key: randomUUID(),
      }),
    ).code;
    done(await her.call(residentApi.verifyByCode, { body: { code }, key: randomUUID() }));
    const [signed] = done(await her.call(residentApi.relaySignatures, {}));
    expect(signed).toMatchObject({ state: 'given', applicant: '李素芬', mayWithdraw: true, mayConfirm: false });
    const before = await tasks('not-agreed');
    const answer = {
      params: { signatureId: signed?.signatureId as string },
      body: { answer: 'not-agreed', phoneId: randomUUID() },
    } as const;
    for (let i = 0; i < 2; i++) expect(done(await her.call(residentApi.answerRelaySignature, answer)).state).toBe('not-agreed');
    expect(await tasks('not-agreed')).toBe(before + 1);
    expect(await recorded(home)).toBe('not-yet');
    expect(await staffAsk(home)).toMatchObject({ state: 'refused', usableForCrossCheck: false });
  });

  it('自己签的，收得到一条；能说不再同意；别人动不了', async () => {
    const home = await family();
    const { askId, number } = await ask(home);
    const wife = await somebody(null);
    const id = randomUUID();
    done(await sign(wife, await link(home.applicant, askId), number, { id }));
    await send(home);
    expect(done(await wife.call(residentApi.messages, { query: {} })).items.map((one) => one.kind)).toEqual(['signed-in-your-name']);
    const answer = { params: { signatureId: id }, body: { answer: 'withdrawn', phoneId: randomUUID() } } as const;
    expect(await (await somebody(null)).call(residentApi.answerRelaySignature, answer)).toMatchObject(refused('not-found'));
    expect(done(await wife.call(residentApi.answerRelaySignature, answer)).state).toBe('withdrawn');
    expect(await staffAsk(home)).toMatchObject({ usableForCrossCheck: false });
    // She may think again: a new link, a new signature.
    expect(done(await sign(wife, await link(home.applicant, askId), number)).state).toBe('signed');
    expect(await staffAsk(home)).toMatchObject({ usableForCrossCheck: true });
  });
});

it('没有签过的人、没有这件事：不能核对，也说为什么', async () => {
  const { db, close } = await contextForTest();
  const answer = await usableForCrossCheck({ db } as Context, { applicationId: randomUUID(), memberId: 'm1' });
  expect(answer).toEqual({ usable: false, why: 'not-signed' });
  await close();
});

async function contextForTest() {
  const { connect } = await import('../../db/connect.ts');
  const connection = connect(bff.database.url, 1, 'test');
  return { db: connection.db, close: () => connection.close() };
}
