import { randomUUID } from 'node:crypto';
import { type ChangeForm, residentApi, staffApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { groundsFor, LIFE_EVENTS } from '@assist/policy-chongqing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { household, member, moneyOf, putCase } from '../../test/case-for-test.ts';
import { emptyTables } from '../../test/empty-for-test.ts';
import { GUOFU, SUFEN } from '../../test/people.ts';
import { answersFor } from './answers-for-test.ts';
import { changeClerk, changeForm, verified } from './told-for-test.ts';

/** What somebody may do next; numbers choose among what there is by then. */
type Move =
  | { readonly do: 'tell'; readonly who: number; readonly events: readonly number[]; readonly answered: boolean; readonly day: number }
  | { readonly do: 'nothing-changed'; readonly who: number }
  | { readonly do: 'open' | 'job'; readonly which: number }
  | { readonly do: 'settle'; readonly which: number; readonly opened: boolean; readonly as: number }
  | {
      readonly do: 'opinion';
      readonly which: number;
      readonly opened: boolean;
      readonly outcome: number;
      readonly ground: number;
      readonly amount: number;
    }
  | { readonly do: 'authenticate'; readonly who: number; readonly day: number }
  | { readonly do: 'visit'; readonly who: number }
  | { readonly do: 'new-phone'; readonly code: number };

const small = fc.nat({ max: 30 });
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      who: small,
      events: fc.array(fc.nat({ max: LIFE_EVENTS.length - 1 }), { minLength: 1, maxLength: 3 }),
      answered: fc.boolean(),
      day: fc.nat({ max: 300 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('nothing-changed' as const), who: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'job' as const), which: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), which: small, opened: fc.boolean(), as: small }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('opinion' as const),
      opened: fc.boolean(),
      which: small,
      outcome: small,
      ground: small,
      amount: fc.nat({ max: 300_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('authenticate' as const), who: small, day: fc.nat({ max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('visit' as const), who: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('new-phone' as const), code: fc.nat({ max: 999_999 }) }) },
);

const OUTCOMES = ['unchanged', 'more', 'less', 'stop', 'taper', 'officer'] as const;
const SETTLEMENTS = ['nothing-changed', 'address', 'who-lives-there', 'contact', 'told-before', 'not-ours'] as const;
const GROUNDS = [...groundsFor('cut'), ...groundsFor('stop'), 'made-up'];
/** Something that may come to less is told before anything else. */
const FIRST: readonly Move[] = ['death', 'land-or-rent'].map((id, who) => ({
  do: 'tell',
  who,
  events: [LIFE_EVENTS.findIndex((event) => event.id === id)],
  answered: true,
  day: 21,
}));
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const dayBefore = (bff: BffForTest, days: number) => new Date(bff.clock() - days * 86_400_000).toISOString().slice(0, 10) as CivilDate;

/** Whatever is told, opened, settled, thought and proved, in whatever order: amounts, kinds, tapers and ends stay as they were. */
export function describeMoneyStays(numRuns: number, timeout: number): void {
  let bff: BffForTest;
  beforeAll(async () => {
    bff = await bffForTest();
  });
  afterAll(() => bff.close());

  it(
    '怎么报、怎么看、怎么办、怎么认证，钱都不动',
    async () => {
      let reached = 0;
      const people = [await verified(bff, 'sufen', SUFEN), await verified(bff, 'guofu', GUOFU)];
      const clerk = await changeClerk(bff);
      await fc.assert(
        fc.asyncProperty(fc.array(moves, { minLength: 8, maxLength: 24 }), async (sequence) => {
          await emptyTables(bff.sql, [
            'changes',
            'change_notices',
            'contact_changes',
            'contact_codes',
            'work_items',
            'visits',
            'authentications',
            'face_checks',
            'signals',
            'case_events',
            'case_benefits',
            'case_members',
            'case_files',
            'reminders',
            'messages',
            'sends',
            'rate_counts',
          ]);
          const caseId = await putCase(bff, {
            household: household([member('m1'), member('m2')], { district: '500111' as never }),
            benefits: [
              { kind: 'subsistence', yuan: 1540 },
              { kind: 'disability-allowances', yuan: 80, memberId: 'm2' },
            ],
          });
          const before = await moneyOf(bff);
          const told: string[] = [];
          for (const move of [...FIRST, ...sequence]) await play(bff, { caseId, told, people, clerk }, move);
          await bff.worker.drain();
          await bff.worker.chores();
          expect(await moneyOf(bff)).toEqual(before);
          reached += Number((await bff.sql`select count(*) as n from change_opinions where outcome in ('less', 'stop')`)[0]?.n);
        }),
        { numRuns, seed: 4_2026, endOnFailure: true },
      );
      // Not everything was turned away.
      expect(reached).toBeGreaterThan(numRuns / 4);
    },
    timeout,
  );
}

interface Town {
  readonly caseId: string;
  readonly told: string[];
  readonly people: readonly Awaited<ReturnType<typeof verified>>[];
  readonly clerk: Awaited<ReturnType<typeof changeClerk>>;
}

type Thought = Extract<Move, { do: 'opinion' }>;

/** Anything at all, with a made-up ground or none. */
const guessed = (move: Thought) => ({
  outcome: pick(OUTCOMES, move.outcome),
  reason: '看过了',
  ...(move.ground % 2 === 0 && { ground: pick(GROUNDS, move.ground) }),
  ...(move.amount % 3 === 0 && { amountAfter: move.amount as never }),
});

/** What the desk offers, lowering rather than not: the way on which less money would come. */
async function offered(clerk: Town['clerk'], changeId: string, move: Thought) {
  const shown = await clerk.open(changeId);
  const opinions = shown.ok ? (shown.data.opinions ?? []) : [];
  const lowering = opinions.filter((one) => one.outcome === 'less' || one.outcome === 'stop');
  const among = move.outcome % 3 > 0 && lowering.length > 0 ? lowering : opinions;
  if (among.length === 0) return guessed(move);
  const { outcome, grounds } = pick(among, move.outcome);
  return { outcome, reason: '看过了', ...(grounds.length > 0 && { ground: pick(grounds, move.ground).id }) };
}

async function play(bff: BffForTest, { caseId, told, people, clerk }: Town, move: Move): Promise<void> {
  const tell = async (who: number, form: Partial<ChangeForm>) => {
    const answer = await pick(people, who).tell(changeForm(caseId, form));
    if (answer.ok) told.push(answer.data.changeId);
  };
  const which = 'which' in move && told.length > 0 ? pick(told, move.which) : randomUUID();
  if ('opened' in move && move.opened) await clerk.opened(which);
  switch (move.do) {
    case 'tell': {
      const changed = move.events.map((n) => {
        const { id } = pick(LIFE_EVENTS, n);
        return { event: id, ...(move.answered ? answersFor(id) : {}), happenedOn: dayBefore(bff, move.day) };
      });
      return tell(move.who, { changed: changed as ChangeForm['changed'], passOn: move.day % 2 === 0 });
    }
    case 'nothing-changed':
      return tell(move.who, { changed: [], nothingChanged: true });
    case 'open':
      await clerk.opened(which);
      return;
    case 'job':
      await bff.worker.drain();
      return;
    case 'settle':
      await clerk.settle(which, pick(SETTLEMENTS, move.as));
      return;
    case 'opinion':
      await clerk.opinion(which, move.opened ? await offered(clerk, which, move) : guessed(move));
      return;
    case 'authenticate':
      await clerk.call(staffApi.registerAuthentication, {
        params: { authenticationId: randomUUID() },
        body: {
          whom: { caseId, memberId: `m${(move.who % 2) + 1}` },
          contact: 'counter',
          on: dayBefore(bff, move.day),
          secondName: '王芳',
        } as never,
      });
      return;
    case 'visit':
      await pick(people, move.who).call(residentApi.bookVisit, {
        params: { visitId: randomUUID() },
        body: { whom: { caseId, memberId: 'm1' }, where: 'home', address: '前进村 1 号' },
      });
      return;
    case 'new-phone':
      await (people[0] as (typeof people)[number]).call(residentApi.changeContact, {
        params: { contactChangeId: randomUUID() },
        body: { kind: 'phone', value: '13800002003', step: { by: 'text-code', code: String(move.code).padStart(6, '0') } },
      });
  }
}
