import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@assist/policy';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { atOnce } from '../../db/at-once.ts';
import { workItems } from '../../db/schema.ts';
import { scopedTo } from '../../db/scope.ts';
import { type BffForTest, bffForTest, SUNDAY } from '../../test/bff-for-test.ts';
import { putCase } from '../../test/case-for-test.ts';
import { resident, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Staff } from '../staff/who.ts';
import { countsByKind, countsOfRelatives, type KindCounts } from './counts.ts';
import { foldCounts } from './fold-counts.ts';
import type { WorkItemRow } from './item-view.ts';

/** A slice of the long run, `COUNT_RUNS=500`. */
const RUNS = Number(process.env.COUNT_RUNS ?? 5);

let bff: BffForTest;
let composed: ReturnType<typeof compose>;
const clerk = (staffId: string, related: boolean): Staff => ({
  staffId,
  name: '',
  role: 'handler',
  officeId: YANGJIAPING,
  related,
  session: Buffer.alloc(0),
});
/** Of her relatives: a change notice, a household, an application. */
const hidden = { changeId: randomUUID(), caseId: '', applicationId: randomUUID() };
let eyes: { readonly staff: Staff; readonly ctx: Context }[];

beforeAll(async () => {
  bff = await bffForTest();
  composed = compose(bff.config, 'test', () => '', { clock: bff.clock, actor: 'worker' });
  await composed.context.keys.load();
  hidden.caseId = await putCase(bff);
  const sufen = await resident(bff, 'counted');
  await sufen.submit(hidden.applicationId);
  const seenBy = (staffId: string, ids: readonly string[]) => {
    const { context } = composed;
    const scope = { staffId, offices: [YANGJIAPING], hidden: ids };
    return { staff: clerk(staffId, ids.length > 0), ctx: { ...context, ...scopedTo(context.client, scope) } };
  };
  eyes = [seenBy('sample-heli', []), seenBy('sample-huangchunlan', Object.values(hidden))];
});
afterAll(async () => {
  await composed.connection.close();
  // What the items are about is nothing here: no page of them is opened.
  await bff.close(['work_items.person_sealed']);
});

type Act = (pick: <T>(all: readonly T[]) => T, ids: string[]) => Promise<unknown>;
const TODAY = '2026-11-22';
const DAYS = ['2026-11-19', '2026-11-21', TODAY, '2026-11-24', '2026-12-30'];
const shapes = () => [
  { kind: 'signal' },
  { kind: 'change', about: ['not-agreed'] },
  { kind: 'change', subject: hidden.changeId },
  { kind: 'case-run', about: ['review', 'x'] },
  { kind: 'case-run', about: ['x', 'review'], caseId: hidden.caseId },
  { kind: 'alert', caseId: hidden.caseId },
  { kind: 'complaint', keptFrom: ['sample-heli'] },
  { kind: 'complaint', keptFrom: ['sample-huangchunlan'] },
  { kind: 'identity-conflict', applicationId: hidden.applicationId },
];
const acts: Record<string, Act> = {
  comes: async (pick, ids) => {
    const shape: ReturnType<typeof shapes>[number] = pick(shapes());
    const id = randomUUID();
    ids.push(id);
    const {
      kind,
      about = [],
      subject,
      caseId,
      applicationId,
      keptFrom,
    } = shape as {
      kind: string;
      about?: string[];
      subject?: string;
      caseId?: string;
      applicationId?: string;
      keptFrom?: string[];
    };
    const office = pick([YANGJIAPING, YANGJIAPING, ZHONGSHANLU]);
    return bff.sql`
      insert into work_items (id, office_id, kind, application_id, subject_hash, subject_id, case_id, person_sealed, about, kept_from, state, received_at, step_due)
      values (${id}, ${office}, ${kind}, ${applicationId ?? null}, ${applicationId ? Buffer.from(id) : null}, ${applicationId ? null : (subject ?? randomUUID())},
        ${caseId ?? null}, '\\x00', ${about}, ${keptFrom ?? null}, 'to-do', ${new Date(SUNDAY)}, ${pick(DAYS)}::text::date)
      on conflict do nothing`;
  },
  claimed: (pick, ids) =>
    bff.sql`update work_items set claimed_by = ${pick(['sample-heli', 'sample-huangchunlan'])},
      claimed_until = ${new Date(SUNDAY + pick([-1, 0, 1]) * 60_000)} where id = ${pick(ids)} and open`,
  released: (pick, ids) => bff.sql`update work_items set claimed_by = null, claimed_until = null where id = ${pick(ids)}`,
  ends: (pick, ids) => bff.sql`update work_items set open = false, claimed_by = null, claimed_until = null where id = ${pick(ids)}`,
  again: (pick, ids) => bff.sql`update work_items set open = true where id = ${pick(ids)}`,
  stands: (pick, ids) =>
    bff.sql`update work_items set state = ${pick(['to-do', 'correction-asked', 'correction-answered'])}, step_due = ${pick(DAYS)}::text::date where id = ${pick(ids)}`,
  marked: (pick, ids) => bff.sql`update work_items set marks = ${pick([[], ['not-agreed'], ['other']])}::text[] where id = ${pick(ids)}`,
  kept: (pick, ids) => bff.sql`update work_items set kept_from = ${pick([null, ['sample-heli']])}::text[] where id = ${pick(ids)}`,
  moves: (pick, ids) => bff.sql`update work_items set office_id = ${pick([YANGJIAPING, ZHONGSHANLU])} where id = ${pick(ids)}`,
  gone: (pick, ids) => bff.sql`delete from work_items where id = ${pick(ids)}`,
  undone: (pick, ids) =>
    bff.sql
      .begin(async (tx) => {
        await tx`update work_items set open = not open, claimed_by = null, claimed_until = null where id = ${pick(ids)}`;
        throw new Error('undone');
      })
      .catch(() => undefined),
  folded: async () => {
    // Whether it is worth it is no matter here.
    await bff.sql`insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n)
      select ${YANGJIAPING}, 'signal', true, 'to-do', ${TODAY}::text::date, false, false, case when n % 2 = 0 then 1 else -1 end from generate_series(1, 100) n`;
    expect(await foldCounts(composed.context)).toBeGreaterThan(0);
  },
};

/** Counted from the very rows that row security lets her see. */
function counted(rows: readonly WorkItemRow[], { staffId }: Staff) {
  const byKind = (kind: string) => {
    const its = rows.filter((row) => row.kind === kind);
    const open = its.filter((row) => row.open);
    const held = open.filter((row) => row.claimedUntil && row.claimedUntil.getTime() > SUNDAY);
    const of = (that: (row: WorkItemRow) => boolean) => open.filter(that).length;
    return {
      kind,
      open: open.length,
      closed: its.length - open.length,
      held: held.length,
      mine: held.filter((row) => row.claimedBy === staffId).length,
      'correction-answered': of((row) => row.state === 'correction-answered'),
      'correction-asked': of((row) => row.state === 'correction-asked'),
      'not-agreed': of((row) => [...row.about, ...row.marks].includes('not-agreed')),
      'reviews-due': of((row) => row.kind === 'case-run' && row.about[0] === 'review'),
      past: of((row) => row.stepDue < TODAY),
      today: of((row) => row.stepDue === TODAY),
      nearest: open.map((row) => row.stepDue).sort()[0] ?? null,
    };
  };
  return [...new Set(rows.map((row) => row.kind))].sort().map(byKind);
}

it('任意顺序地来、领、办完、改期、标记、搬走、撤回、加总：每个人看到的数目，就是她看得见的行数', async () => {
  const names = Object.keys(acts);
  let differ = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names, 'comes', 'comes'), fc.nat()), { minLength: 10, maxLength: 40 }),
      async (plan) => {
        await bff.sql`delete from work_items where kind <> 'application'`;
        const ids: string[] = [];
        for (const [name, seed] of [['comes', 1], ['comes', 2], ...plan] as const) {
          let drawn = seed;
          const pick = <T>(all: readonly T[]): T => {
            const one = all[drawn % all.length] as T;
            drawn = Math.floor(drawn / all.length) + 7;
            return one;
          };
          await acts[name]?.(pick, ids);
        }
        const seen = await Promise.all(
          eyes.map(async ({ staff, ctx }) => {
            const [rows, kept] = await inTransaction(ctx, async (tx) => [
              await tx.db.select().from(workItems),
              await countsOfRelatives(tx, staff),
            ]);
            const moment = { at: now(ctx).toISOString(), today: TODAY as CivilDate };
            const [counts] = await atOnce<[KindCounts[]]>(ctx.client, (on) => [countsByKind(on, staff, kept, moment)]);
            const found = [...counts];
            expect(found.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual(counted(rows, staff));
            return JSON.stringify(found);
          }),
        );
        if (seen[0] !== seen[1]) differ++;
      },
    ),
    { numRuns: RUNS, seed: 71, endOnFailure: true },
  );
  // What is kept from one of them was there to be left out.
  expect(differ).toBeGreaterThan(RUNS / 2);
});
