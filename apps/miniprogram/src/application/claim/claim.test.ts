import { localProblem } from '@assist/contracts';
import { describe, expect, test } from 'vitest';
import { makeFakePhone, settled } from '../_test/fake-phone.ts';
import { type Claim, makeClaim } from './claim.ts';

const mine: Claim = { name: '李素芬', paper: { kind: 'resident-identity', number: '500107196303120022' } };
const refusal = { ...localProblem('no-network'), code: 'form-invalid' as const, status: 422 };

function open(answers: readonly unknown[], phone = makeFakePhone()) {
  const is = { signedIn: false };
  const asked: unknown[] = [];
  const accounts: unknown[] = [];
  const claim = makeClaim({
    storage: phone.storage,
    call: (async (_: unknown, order: { body: unknown }) => answers[asked.push(order.body) - 1]) as never,
    signedIn: () => is.signedIn,
    onAccount: (one) => accounts.push(one),
  });
  return { claim, is, asked, accounts, phone };
}

describe('没有网的时候写下自己是谁', () => {
  test('先放在手机里，关掉再开还在；登上了送一次，送到了手机里就没有号码了', async () => {
    const before = open([]);
    before.claim.keep(mine);
    await settled();
    const after = open([{ ok: true, data: { accountId: 'a' } }], before.phone.killed());
    expect(after.claim.waiting()).toEqual(mine);
    after.is.signedIn = true;
    await Promise.all([after.claim.go(), after.claim.go()]);
    expect([after.asked, after.accounts, after.claim.waiting()]).toEqual([[mine], [{ accountId: 'a' }], undefined]);
    expect(JSON.stringify([...after.phone.kept])).not.toContain(mine.paper.kind === 'resident-identity' && mine.paper.number);
  });
  test('差的是别的（同意还没说到），不是号不对：留着，等下再送', async () => {
    const t = open([
      { ok: false, problem: { ...refusal, code: 'signature-missing' } },
      { ok: true, data: { accountId: 'a' } },
    ]);
    t.is.signedIn = true;
    t.claim.keep(mine);
    await settled();
    expect(t.claim.waiting()).toEqual(mine);
    await t.claim.go();
    expect([t.asked.length, t.claim.waiting()]).toEqual([2, undefined]);
  });
  test('还是没网：留着；号不对、送不进：不留，回去再写', async () => {
    const t = open([
      { ok: false, problem: localProblem('no-network') },
      { ok: false, problem: refusal },
    ]);
    t.is.signedIn = true;
    t.claim.keep(mine);
    await settled();
    expect(t.claim.waiting()).toEqual(mine);
    expect((await t.claim.go())?.code).toBe('form-invalid');
    expect(t.claim.waiting()).toBeUndefined();
  });
});
