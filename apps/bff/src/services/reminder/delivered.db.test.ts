import type { CivilDate } from '@assist/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, type LadderForTest, ladderForTest } from '../../test/ladder-for-test.ts';
import { deliveryReported } from '../channel/report.ts';
import { climbReminders } from './climb.ts';
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

describe('回音', () => {
  it('一天没有回音：换电话；后来才说送到：记着，不倒回去', async () => {
    const caseId = await town.household(SOON, { phone: PHONE });
    await town.begin();
    const ref = town.sent.text.at(-1)?.ref as string;
    await town.pass(DAY);
    expect(town.sent.voice).toHaveLength(1);
    await deliveryReported(town.ctx, { ref, outcome: 'delivered' });
    await town.run();
    expect(await town.reminder()).toMatchObject({ step: 'voice', ended_why: null });
    expect((await outcomes(caseId))[1]).toBe('短信 没送到：过了一天才说送到');
    expect(town.sent.voice).toHaveLength(1);
  });

  it('说了两遍、说的是不认识的：什么也不变', async () => {
    await town.household(SOON, { phone: PHONE });
    await town.begin();
    await town.report('text', 'delivered');
    const before = await town.sql`select * from sends order by id`;
    await town.pass(HOUR);
    await town.report('text', 'delivered');
    await deliveryReported(town.ctx, { ref: '00000000-0000-4000-8000-000000000000', outcome: 'bounced', why: 'x' });
    expect(await town.sql`select * from sends order by id`).toEqual(before);
  });

  it('先说送到，后来又说没送到：马上换下一种', async () => {
    await town.household(SOON, { phone: PHONE });
    await town.begin();
    await town.report('text', 'delivered');
    expect(town.sent.voice).toHaveLength(0);
    await town.report('text', 'bounced');
    expect(town.sent.voice).toHaveLength(1);
  });
});

describe('不乱', () => {
  it('五个一起跑，三十户：每人一条短信，每人一级', async () => {
    for (let i = 0; i < 30; i++) await town.household(SOON, { phone: `1380000${String(i).padStart(4, '0')}`, number: `number-${i}` });
    await startDueReminders(town.ctx);
    await Promise.all(Array.from({ length: 5 }, () => town.run()));
    await town.run();
    expect(town.sent.text).toHaveLength(30);
    expect(new Set(town.sent.text.map((one) => one.to)).size).toBe(30);
    expect(await town.sql`select channel, count(*)::int as n from sends group by channel order by channel`).toEqual([
      { channel: 'text', n: 30 },
      { channel: 'wechat', n: 30 },
    ]);
  });

  it('发到一半被杀了：短信用同一个号再问一次，只留一条；微信不再发', async () => {
    await town.household(SOON, { phone: PHONE });
    await town.account(1);
    await startDueReminders(town.ctx);
    await climbReminders(town.ctx);
    // Taken by a worker that died before it wrote down what became of it.
    await town.sql`update sends set state = 'sending', sending_since = ${new Date(town.now()).toISOString()}`;
    await town.pass(9 * 60_000);
    expect(town.sent.wechat).toHaveLength(0);
    await town.pass(60_000);
    expect(town.sent.wechat).toHaveLength(0);
    await town.pass(DAY);
    expect(town.sent.text).toHaveLength(1);
    const ref = town.sent.text[0]?.ref;
    await town.sql`update sends set state = 'sending', sending_since = ${new Date(town.now()).toISOString()} where channel = 'text'`;
    await town.pass(10 * 60_000);
    expect(town.sent.text.map((one) => one.ref)).toEqual([ref, ref]);
  });

  it('见到了、离开了、过世了：哪一步都停，没有别的话', async () => {
    const caseId = await town.household(SOON, { phone: PHONE });
    await town.begin();
    await town.sql`update case_members set left_on = '2026-11-22' where case_id = ${caseId}`;
    await town.report('text', 'bounced');
    expect(await town.reminder()).toMatchObject({ ended_why: 'moot' });
    expect(town.sent.voice).toHaveLength(0);
    expect(await town.tasks()).toEqual([]);
  });
});
