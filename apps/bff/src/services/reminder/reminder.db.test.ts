import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, type LadderForTest, ladderForTest } from '../../test/ladder-for-test.ts';
import { recordMet } from '../case-file/record-met.ts';
import { inTransaction } from '../in-transaction.ts';
import { startDueReminders } from './start.ts';
import { triesOf } from './tries.ts';

let town: LadderForTest;
beforeAll(async () => {
  town = await ladderForTest();
});
beforeEach(() => town.clear());
afterAll(() => town.close());

// Today is 2026-11-22.
const SOON = '2026-12-05' as CivilDate;
const PHONE = '13800000001';
const outcomes = async (caseId: string) => (await triesOf(town.ctx, caseId, 'm1')).map((one) => `${one.channel} ${one.outcome}`);

describe('谁上梯子', () => {
  it('30 天以内到日子的、过了的；31 天的、没有日子的、已离开的不上', async () => {
    await town.household('2026-12-22' as CivilDate);
    await town.household('2026-12-23' as CivilDate);
    await town.household('2024-01-01' as CivilDate);
    const left = await town.household(SOON);
    await town.sql`update case_members set left_on = '2026-11-01' where case_id = ${left}`;
    const none = await town.household(SOON);
    await town.sql`update case_members set next_authentication = null where case_id = ${none}`;
    expect(await startDueReminders(town.ctx)).toBe(2);
  });

  it('分成几段、两段一起写：一个不漏，也一个不少数', async () => {
    for (let n = 1; n <= 9; n += 1) await town.household(`2026-12-0${n}` as CivilDate);
    expect(await startDueReminders(town.ctx, 1)).toBe(9);
    expect(await town.sql`select 1 from reminders`).toHaveLength(9);
  });

  it('一期只问一轮：再跑、两个同时跑、日子被名单改了几天，都不再添', async () => {
    const caseId = await town.household(SOON);
    const both = await Promise.all([startDueReminders(town.ctx), startDueReminders(town.ctx)]);
    expect(both.reduce((a, b) => a + b)).toBe(1);
    await town.sql`update case_members set next_authentication = '2026-12-09' where case_id = ${caseId}`;
    expect(await startDueReminders(town.ctx)).toBe(0);
    // The next period is another.
    await town.sql`update reminders set ended_at = now(), ended_why = 'met'`;
    await town.sql`update case_members set next_authentication = '2027-12-05' where case_id = ${caseId}`;
    town.later(365 * DAY);
    expect(await startDueReminders(town.ctx)).toBe(1);
  });
});

describe('每一步从送到起算', () => {
  it('微信送到：5 天以后才发短信；短信送到再 5 天才打电话；再 3 天请村社；再 7 天请镇街', async () => {
    await town.account(1);
    const caseId = await town.household(SOON, { phone: PHONE, village: '杨家坪村' });
    await town.begin();
    expect(town.sent.wechat).toHaveLength(1);
    await town.pass(5 * DAY - 1);
    expect(town.sent.text).toHaveLength(0);
    await town.pass(1);
    expect(town.sent.text).toHaveLength(1);
    // Delivered two hours later: the five days begin then.
    await town.pass(2 * HOUR);
    await town.report('text', 'delivered');
    await town.pass(5 * DAY - 1);
    expect(town.sent.voice).toHaveLength(0);
    await town.pass(1);
    expect(town.sent.voice).toHaveLength(1);
    await town.report('voice', 'delivered');
    await town.pass(3 * DAY);
    expect(await town.reminder()).toMatchObject({ step: 'village', ended_why: null });
    // It was delivered: nobody says that nobody was reached.
    expect(await town.tasks()).toEqual([{ about: ['authentication-due'], marks: [], open: true }]);
    await town.pass(7 * DAY - 1);
    expect(await town.reminder()).toMatchObject({ step: 'village', ended_why: null });
    await town.pass(1);
    expect(await town.reminder()).toMatchObject({ step: 'township', ended_why: 'visit' });
    expect(await town.tasks()).toHaveLength(1);
    expect(await outcomes(caseId)).toEqual(['微信 送到了', '短信 送到了', '电话 送到了', '人 请镇街上门']);
  });

  it('送不到的马上换下一种：都送不到，当时就是上门任务', async () => {
    const caseId = await town.household(SOON, { phone: PHONE });
    town.phoneSays({ text: { kind: 'bounced', why: 'dead-number' }, voice: { kind: 'bounced', why: 'no-answer' } });
    await town.begin();
    await town.run();
    expect(await town.reminder()).toMatchObject({ step: 'township', ended_why: 'visit' });
    expect(await town.tasks()).toEqual([{ about: ['nobody-reached'], marks: ['bounced'], open: true }]);
    expect(await outcomes(caseId)).toEqual([
      '微信 没送到：没有核过身份的微信账户',
      '短信 没送到：服务商说的',
      '电话 没送到：服务商说的',
      '人 请镇街上门',
    ]);
  });

  it('没有微信、没有电话：一步就到人', async () => {
    await town.household(SOON, { village: '杨家坪村' });
    await town.begin();
    expect(await town.reminder()).toMatchObject({ step: 'village', ended_why: null });
    expect(await town.tasks()).toEqual([{ about: ['nobody-reached'], marks: ['bounced'], open: true }]);
    await town.pass(7 * DAY);
    expect(await town.reminder()).toMatchObject({ step: 'township', ended_why: 'visit' });
    expect(await town.tasks()).toHaveLength(1);
  });

  it('写了别人身份证号、没核过的账户：一个字也不告诉它', async () => {
    await town.account(1, { verified: false });
    await town.household(SOON);
    await town.begin();
    expect(town.sent.wechat).toHaveLength(0);
    expect(await town.sql`select 1 from messages`).toHaveLength(0);
  });
});

describe('微信', () => {
  it('43101：次数清零，马上发短信', async () => {
    await town.account(3);
    await town.household(SOON, { phone: PHONE });
    town.wechatSays('refused');
    await town.begin();
    expect(town.sent.text).toHaveLength(1);
    expect((await town.sql`select remaining from subscribe_credits where template_id = 'T-due'`)[0]?.remaining).toBe(0);
  });

  it('没点过允许：不去问微信，消息留在收件里，发短信', async () => {
    await town.account(0);
    await town.household(SOON, { phone: PHONE });
    await town.begin();
    expect(town.sent.wechat).toHaveLength(0);
    expect(await town.sql`select kind from messages`).toEqual([{ kind: 'authentication-due' }]);
    expect(town.sent.text).toHaveLength(1);
  });

  it('忙：次数还在，一分钟以后再发', async () => {
    await town.account(1);
    await town.household(SOON, { phone: PHONE });
    town.wechatSays('busy');
    await town.begin();
    expect(town.sent.text).toHaveLength(0);
    town.wechatSays('delivered');
    await town.pass(60_000);
    expect(town.sent.wechat).toHaveLength(1);
    expect((await town.sql`select remaining from subscribe_credits where template_id = 'T-due'`)[0]?.remaining).toBe(0);
  });

  it('断了，不知道发没发：不再发一遍，一天以后换短信', async () => {
    await town.account(2);
    await town.household(SOON, { phone: PHONE });
    town.wechatSays('down');
    await town.begin();
    town.wechatSays('delivered');
    await town.pass(DAY - 1);
    expect([town.sent.wechat.length, town.sent.text.length]).toEqual([0, 0]);
    await town.pass(1);
    expect([town.sent.wechat.length, town.sent.text.length]).toEqual([0, 1]);
  });

  it('锁屏上没有名字、金额、病：只有什么事、验真码、日子', async () => {
    await town.account(1);
    await town.household(SOON);
    await town.begin();
    const [message] = town.sent.wechat;
    const [code] = await town.sql`select count(*)::int as n from reality_codes`;
    expect(code?.n).toBe(1);
    expect(message).toMatchObject({
      template_id: 'T-due',
      data: {
        thing1: { value: '该见一面了' },
        character_string2: { value: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/) },
        date3: { value: '2026-11-22' },
      },
    });
    expect(JSON.stringify(message)).not.toMatch(/李素芬|5001071963/);
  });
});

describe('晚上', () => {
  it('九点以后不发短信：等到早上八点；微信照发', async () => {
    // 21:00 in Shanghai.
    town.setTime(Date.UTC(2026, 10, 22, 13));
    await town.account(1);
    await town.household(SOON, { phone: PHONE });
    town.wechatSays('refused');
    await town.begin();
    expect(town.sent.text).toHaveLength(0);
    await town.pass(11 * HOUR - 1);
    expect(town.sent.text).toHaveLength(0);
    await town.pass(1);
    expect(town.sent.text).toHaveLength(1);
  });

  it('等早上的时候见到了本人：短信不发了', async () => {
    town.setTime(Date.UTC(2026, 10, 22, 13));
    const caseId = await town.household(SOON, { phone: PHONE });
    await town.begin();
    await inTransaction(town.ctx, (tx) => recordMet(tx, { caseId, memberId: 'm1', contact: 'visit', on: '2026-11-22' as CivilDate }));
    await town.pass(12 * HOUR);
    expect(town.sent.text).toHaveLength(0);
    expect(await town.reminder()).toMatchObject({ ended_why: 'met' });
    expect(await town.tasks()).toEqual([]);
  });
});
