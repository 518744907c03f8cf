import { randomUUID } from 'node:crypto';
import { residentApi, type SecondStep, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { moneyOf, putCase, verify } from '../../test/case-for-test.ts';
import { emptyTables } from '../../test/empty-for-test.ts';
import { openedForTest } from '../../test/everything-opens-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';
import { casePlace } from '../case-file/sealed-places.ts';

let bff: BffForTest;
let caseId: string;
let me: Awaited<ReturnType<typeof resident>>;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());
beforeEach(async () => {
  await emptyTables(bff.sql, [
    'contact_changes',
    'contact_codes',
    'one_visit',
    'case_events',
    'case_benefits',
    'case_members',
    'case_files',
    'verification_codes',
    'sends',
    'messages',
    'rate_counts',
    'loopback_messages',
  ]);
  caseId = await putCase(bff);
  me = await resident(bff, 'sufen', SUFEN);
  await verify(bff, me.accountId);
});

const HOUR = 3_600_000;
const refused = (code: string) => ({ ok: false, problem: { code } });
const NEW = '13800002003';
const change = (
  step: SecondStep,
  more: Partial<{ kind: 'phone' | 'bank-account'; value: string }> = {},
  id: string = randomUUID(),
  who = me,
) => who.call(residentApi.changeContact, { params: { contactChangeId: id }, body: { kind: 'phone', value: NEW, step, ...more } });
const askCode = (kind: 'phone' | 'bank-account' = 'phone') => me.call(residentApi.sendContactCode, { key: randomUUID(), body: { kind } });
/** What the text message said, out of the loopback. */
const codeSent = async (): Promise<SecondStep> => {
  await bff.worker.drain();
  const [row] =
    await bff.sql`select words, last_four from loopback_messages where words like '%这一步的码%' order by sent_at desc, ref limit 1`;
  expect(row?.last_four).toBe('1002');
  return { by: 'text-code', code: /码是 (\d{6})/.exec(row?.words as string)?.[1] as string };
};
const counterCode = async (number = SUFEN.number, name = SUFEN.name): Promise<SecondStep> => {
  const { call } = await bff.staff('sample-heli');
  const given = done(
    await call(staffApi.issueVerificationCode, {
      key: randomUUID(),
      body: { name, paper: { kind: 'resident-identity', number }, sawPaper: true },
    }),
  );
  return { by: 'counter-code', code: given.code };
};
const phoneOnRecord = async () => {
  const [row] = await bff.sql`select phone_sealed from case_members where case_id = ${caseId} and member_id = 'm1'`;
  return openedForTest(bff.config, casePlace.phone(caseId, 'm1'), row?.phone_sealed as Buffer);
};

describe('换电话', () => {
  it('码发到登记的号码；换了告诉旧号码和本人；隔一整天才算数；户档上有；钱没动', async () => {
    const money = await moneyOf(bff);
    expect(done(await askCode())).toEqual({ maskedPhone: '139****1002', expiresIn: 600 });
    const view = done(await change(await codeSent()));
    // Asked on Sunday 22nd at ten: Monday is the day between.
    expect(view).toMatchObject({ kind: 'phone', state: 'waiting', maskedNew: '*2003', effectiveAt: '2026-11-24T00:00:00+08:00' });
    expect(JSON.stringify(view)).not.toContain(NEW);
    const [toOld] = await bff.sql`select kind, channel from sends where phone_sealed is not null`;
    expect(toOld).toMatchObject({ kind: 'contact-change', channel: 'text' });
    expect(await bff.sql`select kind, subject_kind from messages where account_id = ${me.accountId}`).toMatchObject([
      { kind: 'contact-change', subject_kind: 'contact-change' },
    ]);
    bff.pass(37 * HOUR);
    await bff.worker.chores();
    expect(await phoneOnRecord()).toBe('13900001002');
    bff.pass(HOUR);
    await bff.worker.chores();
    await bff.worker.chores();
    expect(await phoneOnRecord()).toBe(NEW);
    const events = await bff.sql`select kind, member_id from case_events where case_id = ${caseId} order by id`;
    expect(events.map((one) => [one.kind, one.member_id])).toEqual([
      ['contact-change-asked', 'm1'],
      ['contact-changed', 'm1'],
    ]);
    expect(await moneyOf(bff)).toEqual(money);
    bff.pass(-38 * HOUR);
  });

  it('同一份再来是同一份，码用过了也一样；十次同时来只换一次；内容不一样：说不一样', async () => {
    done(await askCode());
    const step = await codeSent();
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => change(step, {}, id)));
    expect(new Set(all.map((one) => JSON.stringify(done(one)))).size).toBe(1);
    expect(await bff.sql`select id from contact_changes`).toHaveLength(1);
    expect(await change(step, { value: '13800009999' }, id)).toMatchObject(refused('content-differs'));
  });

  it('不是我换的，停下：没到时间都可以；到了以后不行；停了就不换', async () => {
    done(await askCode());
    const { contactChangeId } = done(await change(await codeSent()));
    const params = { contactChangeId };
    expect(done(await me.call(residentApi.stopContactChange, { params })).state).toBe('stopped');
    expect(done(await me.call(residentApi.stopContactChange, { params })).state).toBe('stopped');
    bff.pass(48 * HOUR);
    await bff.worker.chores();
    expect(await phoneOnRecord()).toBe('13900001002');
    bff.pass(-48 * HOUR);
  });

  it('同一个人在别的手机上也停得了；别人没有这一份', async () => {
    done(await askCode());
    const { contactChangeId } = done(await change(await codeSent()));
    const params = { contactChangeId };
    const stranger = await resident(bff, 'guofu', { name: '张国福', number: '500107196001010012' });
    await verify(bff, stranger.accountId);
    expect(await stranger.call(residentApi.stopContactChange, { params })).toMatchObject(refused('not-found'));
    const otherPhone = await resident(bff, 'sufenb', SUFEN);
    await verify(bff, otherPhone.accountId);
    expect(done(await otherPhone.call(residentApi.contactChanges, {}))).toHaveLength(1);
    expect(done(await otherPhone.call(residentApi.stopContactChange, { params })).state).toBe('stopped');
  });

  it('又换一次：等着的那一份停下，新的算', async () => {
    done(await askCode());
    const first = done(await change(await codeSent()));
    bff.pass(61_000);
    const second = done(await change(await counterCode(), { value: '13800009999' }));
    const list = done(await me.call(residentApi.contactChanges, {}));
    expect(list.map((one) => [one.contactChangeId, one.state])).toEqual([
      [second.contactChangeId, 'waiting'],
      [first.contactChangeId, 'stopped'],
    ]);
    bff.pass(-61_000);
  });
});

describe('第二步', () => {
  it('没核过身份：先核；册上没有的：请到窗口；没有电话的：换个办法', async () => {
    const claimed = await resident(bff, 'claimed', SUFEN);
    expect(await claimed.call(residentApi.sendContactCode, { key: randomUUID(), body: { kind: 'phone' } })).toMatchObject(
      refused('verification-needed'),
    );
    expect(await change({ by: 'text-code', code: '123456' }, {}, randomUUID(), claimed)).toMatchObject(refused('verification-needed'));
    await bff.sql`update case_members set phone_sealed = null where case_id = ${caseId}`;
    expect(await askCode()).toMatchObject(refused('form-invalid'));
    expect(done(await change(await counterCode())).state).toBe('waiting');
    await bff.sql`update case_members set left_on = '2026-11-01' where case_id = ${caseId} and member_id = 'm1'`;
    expect(await askCode()).toMatchObject(refused('form-invalid'));
  });

  it('猜五次就不认了，对的也不行；过了十分钟不行；只有最新的一个算；换卡的码换不了电话', async () => {
    done(await askCode());
    const right = await codeSent();
    for (let i = 0; i < 5; i++) expect(await change({ by: 'text-code', code: '000000' })).toMatchObject(refused('second-step-wrong'));
    expect(await change(right)).toMatchObject(refused('second-step-wrong'));
    done(await askCode());
    const late = await codeSent();
    bff.pass(601_000);
    expect(await change(late)).toMatchObject(refused('second-step-wrong'));
    done(await askCode('bank-account'));
    const forBank = await codeSent();
    expect(await change(forBank)).toMatchObject(refused('second-step-wrong'));
    expect(done(await change(forBank, { kind: 'bank-account', value: '6222 0000 1111 2222 333' })).maskedNew).toBe('*2333');
    bff.pass(-601_000);
  });

  it('这部手机今天替人认证过：换银行卡改天再办', async () => {
    await bff.sql`insert into one_visit (account_id, on_day, what) select id, '2026-11-22', 'authentication' from accounts`;
    done(await askCode('bank-account'));
    expect(await change(await codeSent(), { kind: 'bank-account', value: '6222000011112222333' })).toMatchObject(refused('not-same-visit'));
    expect(await bff.sql`select 1 from contact_changes where kind = 'bank-account' and state = 'waiting'`).toHaveLength(0);
  });

  it('一小时最多要五个码', async () => {
    for (let i = 0; i < 5; i++) done(await askCode());
    expect(await askCode()).toMatchObject(refused('too-many-requests'));
  });

  it('窗口的码：本人的才行，用一次；给码那天带着证件来过，算见过面', async () => {
    expect(await change(await counterCode('500107196001010012', '张国福'))).toMatchObject(refused('second-step-wrong'));
    const mine = await counterCode();
    expect(await bff.sql`select id from authentications where case_id = ${caseId}`).toHaveLength(0);
    done(await change(mine));
    expect(await bff.sql`select contact, on_day::text as on from authentications where case_id = ${caseId}`).toMatchObject([
      { contact: 'window-with-card', on: '2026-11-22' },
    ]);
    expect(await change(mine, { value: '13800009999' })).toMatchObject(refused('second-step-wrong'));
  });

  it('没有刷过、别人刷的、刷过太久、用过的脸：都不行；刚刷过的行一次', async () => {
    const face = async (change_: { minutes?: number; accountId?: string; state?: string } = {}) => {
      const id = randomUUID();
      const hash = (await bff.sql`select number_hash from accounts where id = ${me.accountId}`)[0]?.number_hash as Buffer;
      const at = new Date(bff.clock() - (change_.minutes ?? 1) * 60_000);
      await bff.sql`insert into face_checks (id, account_id, purpose, role, office_id, person_hash, person_sealed, sequence_number, state, next, action, on_day,
          begun_at, expires_at, ended_at, over, fingerprint)
        values (${id}, ${change_.accountId ?? me.accountId}, 'contact-change', 'self', '500107001', ${hash}, ${hash}, ${id}, ${change_.state ?? 'passed'}, 'done', 'passed',
          '2026-11-22', ${at}, ${at}, ${at}, true, ${hash})`;
      return { by: 'face', faceCheckId: id } as const;
    };
    const stranger = await resident(bff, 'guofub', { name: '张国福', number: '500107196001010012' });
    for (const step of [
      { by: 'face', faceCheckId: randomUUID() } as const,
      await face({ accountId: stranger.accountId }),
      await face({ minutes: 20 }),
      await face({ state: 'not-recognised' }),
    ])
      expect(await change(step)).toMatchObject(refused('second-step-wrong'));
    const good = await face();
    done(await change(good));
    expect(await change(good, { value: '13800009999' })).toMatchObject(refused('second-step-wrong'));
  });
});

describe('写得不对', () => {
  it.each([
    ['位数不对的手机', { value: '1380000' }],
    ['就是登记的号码', { value: '139-0000-1002' }],
    ['卡号里有字', { kind: 'bank-account' as const, value: '6222ABCD' }],
  ])('%s：说哪里不对，码没用掉', async (_title, more) => {
    const step = await counterCode();
    const answer = await change(step, more);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'form-invalid', fields: [{ path: 'value' }] } });
    expect(done(await change(step)).state).toBe('waiting');
  });
});

it('新旧号码、码、卡号：库里没有明文，日志里没有', async () => {
  done(await askCode('bank-account'));
  const step = await codeSent();
  done(await change(step, { kind: 'bank-account', value: '6222000011112222333' }));
  await bff.worker.drain();
  const [{ text }] = (await bff.sql`select string_agg(t::text, ' ') as text from (
    select c::text as t from contact_changes c union all select k::text from contact_codes k union all select s::text from sends s
    union all select o::text from outbox o union all select l::text from audit_log l) as everything`) as unknown as [{ text: string }];
  for (const secret of ['6222000011112222333', '13900001002', (step as { code: string }).code]) {
    expect(JSON.stringify(bff.lines)).not.toContain(secret);
    if (secret.length > 6) expect(text).not.toContain(secret);
  }
  expect(await bff.sql`select id from contact_codes where code_sealed is not null or phone_sealed is not null`).toHaveLength(0);
});
