import type { CivilDate } from '@assist/policy';
import fc from 'fast-check';
import { expect } from 'vitest';
import { dayInShanghai } from '../../clock.ts';
import { DAY, HOUR, type LadderForTest } from '../../test/ladder-for-test.ts';
import { recordMet } from '../case-file/record-met.ts';
import { deliveryReported } from '../channel/report.ts';
import { inTransaction } from '../in-transaction.ts';

const household = fc.record({
  credits: fc.nat(2),
  account: fc.boolean(),
  phone: fc.boolean(),
  village: fc.boolean(),
  /** From long past to as far ahead as anybody is reminded. */
  dueIn: fc.integer({ min: -400, max: 30 }),
  hour: fc.nat(23),
});

const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 24 * 8 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('report' as const), delivered: fc.boolean(), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wechat' as const),
      says: fc.constantFrom('delivered', 'refused', 'busy', 'down', 'nonsense', 'wrong'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('provider' as const),
      channel: fc.constantFrom('text', 'voice'),
      says: fc.constantFrom('taken', 'bounced', 'later'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('met' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('killed' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('two-workers' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const MONEY = ['case_benefits', 'case_files'];

/**
 * Whatever is delivered, bounces, is silent, killed, doubled or met, in whatever order: a reminder ends met or with a visit as a task,
 * asks nobody twice by one channel, and no row that holds money is another afterwards.
 */
export async function holdsForAnything(town: LadderForTest, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(household, fc.array(event, { maxLength: 12 }), async (given, events) => {
      await town.clear();
      town.setTime(Date.UTC(2026, 10, 22, given.hour));
      if (given.account) await town.account(given.credits, given.phone ? { phone: '13800000001' } : {});
      const due = dayInShanghai(town.now() + given.dueIn * DAY) as CivilDate;
      const caseId = await town.household(due, {
        ...(given.phone && { phone: '13800000002' }),
        ...(given.village && { village: '杨家坪村' }),
      });
      const money = () => Promise.all(MONEY.map((table) => town.sql.unsafe(`select * from ${table}`)));
      const before = JSON.stringify(await money());
      await town.begin();
      let met = false;
      for (const one of events) met = (await happen(town, caseId, one)) || met;
      town.wechatSays('delivered');
      town.phoneSays({ text: { kind: 'taken' }, voice: { kind: 'taken' } });
      // Half days: a worker that only woke at night would never send a text message.
      for (let half = 0; half < 80 && !(await town.reminder())?.ended_why; half++) await town.pass(12 * HOUR);

      const reminder = await town.reminder();
      const open = (await town.tasks()).filter((task) => task.open);
      expect(['met', 'visit']).toContain(reminder?.ended_why);
      if (reminder?.ended_why === 'met') expect(met).toBe(true);
      // Either somebody was met, or somebody goes there.
      expect(met || (reminder?.ended_why === 'visit' && open.length === 1)).toBe(true);
      if (met) expect(open).toEqual([]);
      const doubled = await town.sql`select channel from sends where reminder_id is not null group by channel having count(*) > 1`;
      expect(doubled).toEqual([]);
      expect(await town.sql`select 1 from reminders`).toHaveLength(1);
      expect(JSON.stringify(await money())).toBe(before);
    }),
    { numRuns, seed: 20261122, endOnFailure: true },
  );
}

/** @returns whether the person was met */
async function happen(town: LadderForTest, caseId: string, one: Event): Promise<boolean> {
  switch (one.kind) {
    case 'pass':
      await town.pass(one.hours * HOUR);
      return false;
    case 'report': {
      const refs = [...town.sent.text, ...town.sent.voice].map((message) => message.ref);
      const ref = refs[one.which % Math.max(refs.length, 1)];
      if (ref)
        await deliveryReported(town.ctx, one.delivered ? { ref, outcome: 'delivered' } : { ref, outcome: 'bounced', why: 'dead-number' });
      await town.run();
      return false;
    }
    case 'wechat':
      town.wechatSays(one.says);
      return false;
    case 'provider': {
      const says = {
        taken: { kind: 'taken' },
        bounced: { kind: 'bounced', why: 'x' },
        later: { kind: 'retry-later', seconds: 3600 },
      } as const;
      town.phoneSays({ [one.channel]: says[one.says] });
      return false;
    }
    case 'met':
      await inTransaction(town.ctx, (tx) => recordMet(tx, { caseId, memberId: 'm1', contact: 'visit', on: dayInShanghai(town.now()) }));
      await town.run();
      return true;
    case 'killed':
      await town.sql`update sends set state = 'sending', sending_since = ${new Date(town.now()).toISOString()} where state = 'waiting'`;
      return false;
    case 'two-workers':
      await Promise.all([town.run(), town.begin(), town.run()]);
      return false;
    case 'again':
      await town.begin();
      return false;
  }
}
