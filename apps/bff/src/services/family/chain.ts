import { type CaseEventKind, type FamilyChain, type ReferralState, wordsOf } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, desc, inArray } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseEvents } from '../../db/schema.ts';
import { benefitViews } from '../case-file/benefit-kinds.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import { eventSentence } from '../case-file/event-words.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { listOwnReferrals } from '../referral/of-resident.ts';
import type { Resident } from '../session/authenticate.ts';

const MOST = 200;
/** What a family is told of on this line; a phone that changed or a reminder is nothing they were given. */
const TOLD: readonly CaseEventKind[] = [
  'registered',
  'register-changed',
  'change-told',
  'change-settled',
  'visit-done',
  'authentication-counted',
  'consent-to-pass-on',
  'paid',
  'payment-bounced',
  'given-once',
];
const STANDS: Readonly<Record<ReferralState, string>> = {
  asked: '等您说要不要',
  agreed: '您说要，就要送出',
  sent: '送出了，等答复',
  granted: '办成了',
  'not-fitting': '看过，这次不合适',
  'not-wanted': '您说不要',
};

/**
 * 一户一条救助链 (YMF12-4d): what every office gives, or was asked for, and what happened, on one line, so that a family sees what is missing
 * and nobody gives twice. Of one's own household by a verified identity; the newest first.
 */
export async function familyChain(ctx: Context, who: Resident): Promise<FamilyChain> {
  const cases = (await casesOfResident(ctx, who)).map((one) => one.opened);
  const ids = cases.map((one) => one.row.id);
  const [events, referrals] = await Promise.all([
    ids.length === 0
      ? []
      : ctx.db
          .select()
          .from(caseEvents)
          .where(and(inArray(caseEvents.caseId, ids), inArray(caseEvents.kind, [...TOLD])))
          .orderBy(desc(caseEvents.id))
          .limit(MOST),
    listOwnReferrals(ctx, who),
  ]);
  const links: FamilyChain['links'] = [
    ...cases.flatMap((one) =>
      benefitViews(one.benefits).map(({ since, title }) => ({ on: since, kind: 'benefit' as const, title, words: '现在有的，从这天起' })),
    ),
    ...referrals.map((one) => ({
      on: (one.steps.at(-1) ?? one.steps[0])?.on as CivilDate,
      kind: 'referral' as const,
      title: one.target.title,
      words: `${wordsOf(STANDS, one.state, '在办')}，由${one.target.handledBy}办`,
    })),
    ...events.map((one) => ({
      on: dayInShanghai(one.at.getTime()),
      kind: 'event' as const,
      title: eventSentence(one.kind, one.detail),
    })),
  ];
  return {
    links: links.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    sentence: cited('您家的救助都在这一条线上。少了哪一样、重了哪一样，跟镇上说。', ['YMF12-4d']),
  };
}
