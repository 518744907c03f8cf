import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, type LadderForTest, ladderForTest, OFFICE } from '../../test/ladder-for-test.ts';
import { toldOf } from '../application/told.ts';
import { inTransaction } from '../in-transaction.ts';
import { acceptReminders, reminderTemplates } from '../message/credits.ts';
import { tellAccount, tellPhone } from '../message/tell.ts';
import type { Resident } from '../session/authenticate.ts';
import { listLoopback, reportLoopback, scriptLoopback } from './loopback.ts';
import { byDay, isNight } from './night.ts';
import { deliveryReported } from './report.ts';
import { sendWaiting } from './send-waiting.ts';

let town: LadderForTest;
beforeAll(async () => {
  town = await ladderForTest();
});
beforeEach(() => town.clear());
afterAll(() => town.close());

const PHONE = '13800000001';
const tell = (accountId: string, source?: string) =>
  inTransaction(town.ctx, (tx) =>
    tellAccount(tx, { accountId, kind: 'change-settled', params: { office: '杨家坪街道' }, officeId: OFFICE, ...(source && { source }) }),
  );
const sends = () => town.sql`select channel, state, why from sends order by created_at, channel desc`;

describe('一条普通的消息', () => {
  it('点过允许：微信一条，用掉一次；没有别的', async () => {
    await tell(await town.account(1, { phone: PHONE }));
    await town.run();
    expect(await sends()).toEqual([{ channel: 'wechat', state: 'delivered', why: null }]);
    expect((await town.sql`select remaining from subscribe_credits where template_id = 'T-progress'`)[0]?.remaining).toBe(0);
    await town.pass(10 * DAY);
    expect(town.sent.text).toHaveLength(0);
  });

  it('没点过：发短信；两样都没有：留在收件里，不再打扰', async () => {
    await tell(await town.account(0, { phone: PHONE }));
    await tell(await town.account(0));
    await town.run();
    await town.run();
    expect(town.sent.text.map((one) => [one.to, one.params.what])).toEqual([[PHONE, '您说的变化办好了']]);
    expect(await town.sql`select 1 from messages`).toHaveLength(2);
    expect((await sends()).map((row) => row.why)).toContain('no-phone');
    expect(town.sent.voice).toHaveLength(0);
  });

  it('微信收了以后才说没送到：换短信', async () => {
    const id = await town.account(1, { phone: PHONE });
    await tell(id);
    await town.run();
    const [row] = await town.sql<{ id: string }[]>`select id from sends`;
    await deliveryReported(town.ctx, { ref: row?.id ?? '', outcome: 'bounced', why: 'wechat-1' });
    await town.run();
    expect(town.sent.text).toHaveLength(1);
  });

  it('同一件事只说一遍', async () => {
    const id = await town.account(1);
    expect((await tell(id, 'change:1:settled')).fresh).toBe(true);
    expect((await tell(id, 'change:1:settled')).fresh).toBe(false);
    expect(await town.sql`select 1 from messages`).toHaveLength(1);
  });

  it('撤销的事没有消息', async () => {
    const id = await town.account(1);
    await inTransaction(town.ctx, async (tx) => {
      await tellAccount(tx, { accountId: id, kind: 'change-settled', params: { office: 'x' } });
      throw new Error('undone');
    }).catch(() => undefined);
    await town.run();
    expect(town.sent.wechat).toHaveLength(0);
    expect(await town.sql`select 1 from reality_codes`).toHaveLength(0);
  });

  it('服务商忙：过一会儿再发；一直没有回应：十二次以后算没送到', async () => {
    await inTransaction(town.ctx, (tx) => tellPhone(tx, { phone: PHONE, kind: 'contact-change' }));
    town.phoneSays({ text: { kind: 'retry-later', seconds: 60 } });
    await town.run();
    expect(await sends()).toEqual([{ channel: 'text', state: 'waiting', why: 'provider-busy' }]);
    for (let i = 0; i < 11; i++) {
      town.later(60_000);
      await sendWaiting(town.ctx);
    }
    expect(await sends()).toEqual([{ channel: 'text', state: 'bounced', why: 'tried-too-often' }]);
    expect(new Set(town.sent.text.map((one) => one.ref)).size).toBe(1);
  });

  it('短信里没有名字、号码、金额：只有什么事、验真码、打开救助通', async () => {
    await inTransaction(town.loopback, (tx) => tellPhone(tx, { phone: PHONE, kind: 'contact-change' }));
    await sendWaiting(town.loopback);
    const [line] = await listLoopback(town.loopback);
    expect(line?.lastFour).toBe('0001');
    expect(line?.words).toMatch(/^【救助通】联系方式要改了。打开救助通看.*验真码 [2-9A-HJ-NP-Z]{8}/);
    expect(line?.words).not.toContain(PHONE);
  });
});

describe('开发用的短信和电话', () => {
  const state = async () => (await town.sql`select state from sends`)[0]?.state;
  const send = async () => {
    await inTransaction(town.loopback, (tx) => tellPhone(tx, { phone: PHONE, kind: 'contact-change' }));
    await sendWaiting(town.loopback);
  };

  it('不说就是马上送到', async () => {
    await send();
    expect(await reportLoopback(town.loopback)).toBe(1);
    expect(await state()).toBe('delivered');
    expect(await reportLoopback(town.loopback)).toBe(0);
  });

  it('可以说过一会儿才送到、送不到、没有回音；给一个号码说的先算', async () => {
    await scriptLoopback(town.loopback, { channel: 'text', outcome: 'silent' });
    await scriptLoopback(town.loopback, { channel: 'text', phone: PHONE, outcome: 'bounced', afterSeconds: 3600 });
    await send();
    expect(await reportLoopback(town.loopback)).toBe(0);
    town.later(HOUR);
    expect(await reportLoopback(town.loopback)).toBe(1);
    expect(await state()).toBe('bounced');
  });

  it('没有回音就是没有回音', async () => {
    await scriptLoopback(town.loopback, { channel: 'text', outcome: 'silent' });
    await send();
    town.later(DAY);
    expect(await reportLoopback(town.loopback)).toBe(0);
    expect(await state()).toBe('sent');
  });
});

describe('回执上写的有事告诉谁', () => {
  it('点过允许的有微信，有电话的有短信；没点、没有电话，就只有收件里', async () => {
    const ways = async (credits: number, phone?: string) =>
      (await toldOf(town.ctx, await town.account(credits, { ...(phone && { phone }) })))[0]?.ways;
    expect(await ways(1, PHONE)).toEqual(['inbox', 'wechat', 'text']);
    expect(await ways(0, PHONE)).toEqual(['inbox', 'text']);
    expect(await ways(0)).toEqual(['inbox']);
  });
});

describe('允许提醒', () => {
  const who = (accountId: string) => ({ accountId }) as Resident;
  const left = async (id: string) =>
    (await town.sql`select remaining from subscribe_credits where account_id = ${id} and template_id = 'T-due'`)[0]?.remaining;

  it('点一次多一次；不点、不是我们的，不算；最多二十', async () => {
    const id = await town.account();
    expect(reminderTemplates(town.ctx).map((one) => one.templateId)).toEqual(['T-progress', 'T-due', 'T-visit']);
    const answers = [
      { templateId: 'T-due', answer: 'accept' as const },
      { templateId: 'T-visit', answer: 'reject' as const },
      { templateId: 'somebody-elses', answer: 'accept' as const },
    ];
    expect(await acceptReminders(town.ctx, who(id), answers)).toEqual({ accepted: 1 });
    expect(await left(id)).toBe(1);
    for (let i = 0; i < 30; i++) await acceptReminders(town.ctx, who(id), answers);
    expect(await left(id)).toBe(20);
    expect(await town.sql`select template_id from subscribe_credits`).toEqual([{ template_id: 'T-due' }]);
  });

  it('两条一起发、只剩一次：一条微信，一条短信', async () => {
    const id = await town.account(1, { phone: PHONE });
    await tell(id);
    await tell(id);
    await town.run();
    expect([town.sent.wechat.length, town.sent.text.length]).toEqual([1, 1]);
  });
});

it.each([
  ['2026-11-22T12:59:59Z', false, '2026-11-22T12:59:59.000Z'],
  ['2026-11-22T13:00:00Z', true, '2026-11-23T00:00:00.000Z'],
  ['2026-11-22T16:30:00Z', true, '2026-11-23T00:00:00.000Z'],
  ['2026-11-22T23:59:59Z', true, '2026-11-23T00:00:00.000Z'],
  ['2026-11-23T00:00:00Z', false, '2026-11-23T00:00:00.000Z'],
])('%s 是不是夜里：%s', (at, night, day) => {
  expect(isNight(new Date(at))).toBe(night);
  expect(byDay(new Date(at)).toISOString()).toBe(day);
});
