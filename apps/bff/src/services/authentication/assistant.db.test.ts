import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { beginFace, byName, somebody } from '../../test/faces-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const refused = (code: string) => ({ ok: false, problem: { code } });
const clerk = async (staffId = 'sample-heli') => (await bff.staff(staffId)).call;
const account = (who: { name: string; number: string }) => resident(bff, `assist${'x'.repeat(++people)}`, who);
const codeFor = async (who: { name: string; number: string }) => {
  const paper = { kind: 'resident-identity' as const, number: who.number };
  const body = { name: who.name, paper, sawPaper: true as const, assistant: true as const };
  return done(await (await clerk())(staffApi.issueVerificationCode, { body, key: randomUUID() })).code;
};
const redeem = (me: Awaited<ReturnType<typeof resident>>, code: string) =>
  me.call(residentApi.verifyByCode, { body: { code }, key: randomUUID() });
const list = async (staffId?: string) => done(await (await clerk(staffId))(staffApi.assistants, {}));
const end = async (accountId: string, staffId?: string) => (await clerk(staffId))(staffApi.endAssistant, { params: { accountId } });
const audited = (accountId: string) =>
  bff.sql`select action, actor_kind, office_id from audit_log where object_id = ${accountId} and action like 'assistant-%' order by id`;
/** Has had its twenty faces of the day. */
const busy = (accountId: string) => bff.sql`
  insert into face_checks (id, account_id, purpose, role, office_id, person_hash, person_sealed, sequence_number, verify_id_hash, state, next, action,
    over, on_day, begun_at, expires_at, fingerprint)
  select gen_random_uuid(), ${accountId}, 'authentication', 'neighbour', '500107001', decode(md5(i::text), 'hex'), ''::bytea,
    's' || i || ${accountId}::text, decode(md5(i || ${accountId}::text), 'hex'), 'passed', 'done', 'finished', true, '2026-11-22', now(), now(), ''::bytea
  from generate_series(1, 20) i`;

describe('村社协理员', () => {
  it('窗口看过证件给码，本人在手机上写上：身份核过，一天能帮的人多；停了又和大家一样；都留痕', async () => {
    const who = somebody('村里的协理员');
    const me = await account(who);
    await busy(me.accountId);
    const neighbour = () => beginFace(me, byName(somebody()), 'neighbour');
    expect(done(await neighbour()).verifyId).toBeUndefined();
    expect(done(await redeem(me, await codeFor(who))).identity).toBe('verified');
    expect(done(await neighbour()).verifyId).toBeDefined();
    expect(await list()).toEqual([
      { accountId: me.accountId, name: '村里的协理员', namedBy: expect.any(String), namedAt: '2026-11-22T10:00:00+08:00' },
    ]);
    const ended = done(await end(me.accountId));
    expect(ended.endedAt).toBe('2026-11-22T10:00:00+08:00');
    expect(done(await end(me.accountId))).toEqual(ended);
    expect(done(await neighbour()).verifyId).toBeUndefined();
    expect((await audited(me.accountId)).map((row) => [row.action, row.actor_kind, row.office_id])).toEqual([
      ['assistant-named', 'staff', '500107001'],
      ['assistant-ended', 'staff', '500107001'],
    ]);
    done(await redeem(me, await codeFor(who)));
    expect((await list())[0]).not.toHaveProperty('endedAt');
  });

  it('码到了别人手里：没用；不能拿来换电话；平常的核身码不会定成协理员', async () => {
    const [who, other] = [somebody('真的协理员'), somebody('捡到条子的人')];
    const [me, finder] = [await account(who), await account(other)];
    const code = await codeFor(who);
    expect(await redeem(finder, code)).toMatchObject(refused('verification-code-invalid'));
    done(await redeem(me, code));
    const paper = { kind: 'resident-identity' as const, number: other.number };
    const plain = await (await clerk())(staffApi.issueVerificationCode, {
      body: { name: other.name, paper, sawPaper: true },
      key: randomUUID(),
    });
    done(await redeem(finder, done(plain).code));
    const ids = (await list()).map((one) => one.accountId);
    expect(ids).toContain(me.accountId);
    expect(ids).not.toContain(finder.accountId);
  });

  it('别的镇街看不到、停不了；审计只看', async () => {
    const who = somebody('这里的协理员');
    const me = await account(who);
    done(await redeem(me, await codeFor(who)));
    expect((await list('sample-yangfan')).map((one) => one.accountId)).not.toContain(me.accountId);
    expect(await end(me.accountId, 'sample-yangfan')).toMatchObject(refused('not-found'));
    expect(await end(me.accountId, 'sample-luowenjing')).toMatchObject(refused('forbidden'));
    expect(await end(randomUUID())).toMatchObject(refused('not-found'));
  });
});
