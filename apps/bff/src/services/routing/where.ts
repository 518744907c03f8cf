import type { CitedSentence, RoutingAnswer, RoutingQuestion } from '@assist/contracts';
import { divisionName, fullName } from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import { type Candidate, type MissingPlace, whereToApply } from '@assist/policy-chongqing';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { type OfficeRow, officesFor, officeView } from '../place/offices.ts';
import { routingFor } from './question.ts';

/** A place with the office that handles it, as far as one is known. */
export interface Destination {
  readonly divisionCode: DivisionCode;
  readonly office: OfficeRow | undefined;
  readonly reason: CitedSentence;
}
export type Where =
  | { readonly kind: 'places'; readonly destinations: readonly Destination[] }
  | { readonly kind: 'ask'; readonly missing: readonly string[]; readonly reason: CitedSentence };

const ASKED: Readonly<Record<MissingPlace['field'], string>> = {
  registration: '户口在哪里',
  registrationTownship: '户口在哪个镇街',
  residence: '现在住在哪里',
  residenceTownship: '住在哪个镇街',
  residencePermit: '有没有居住证',
  emergencyPlace: '急事出在哪里',
  emergencyTownship: '急事出在哪个镇街',
};

/** One thing at a time, and whose it is: a person who is only told "something" cannot go on. */
function whatToAsk([first]: readonly MissingPlace[], applicantId: string): string {
  if (!first) return '还差一点，才知道交到哪里。';
  const others = 'memberId' in first && first.memberId !== applicantId;
  const where = others ? '在“家里几口人”里，点开那一位补上。' : '';
  return `还差${others ? '家里别人的' : ''}${ASKED[first.field]}，才知道交到哪里。${where}`;
}

const missingPath = (one: MissingPlace): string => ('memberId' in one ? `members.${one.memberId}.${one.field}` : one.field);

/** Asks the policy package where to apply, and the table who handles that place. */
export async function whereFor(ctx: Context, question: RoutingQuestion): Promise<Where> {
  const asked = routingFor(question);
  const answer = whereToApply(asked);
  if (answer.kind === 'ask') {
    const reason = cited(whatToAsk(answer.missing, asked.applicantId), answer.clauses);
    return { kind: 'ask', missing: answer.missing.map(missingPath), reason };
  }
  const candidates: readonly Candidate[] = answer.kind === 'choice' ? answer.candidates : [answer];
  const offices = await officesFor(
    ctx,
    candidates.map((one) => one.divisionCode),
  );
  const destinations = candidates.map((one) => ({
    divisionCode: one.divisionCode,
    office: one.insideChongqing ? offices.get(one.divisionCode.slice(0, 9)) : undefined,
    reason: cited(one.reason, one.clauses, one.assumption),
  }));
  return { kind: 'places', destinations };
}

const placeName = ({ divisionCode }: Destination): string =>
  fullName(divisionCode) ?? divisionName(divisionCode.slice(0, 6) as DivisionCode) ?? '重庆以外的地方';

/** 去哪儿申请. Never a refusal: where it is live, where it is not, what may be chosen, or what is missing. */
export async function routing(ctx: Context, question: RoutingQuestion): Promise<RoutingAnswer> {
  const where = await whereFor(ctx, question);
  if (where.kind === 'ask') return { ...where, missing: [...where.missing] };
  const [first] = where.destinations;
  if (where.destinations.length > 1) {
    const offices = where.destinations.flatMap((one) => (one.office ? [officeView(one.office, one.divisionCode)] : []));
    if (offices.length > 1)
      return { kind: 'choice', offices, reason: cited('这几个地方都可以，您挑一个方便的。', ['SAL2026-37', 'YM239-3-3b']) };
  }
  const one = where.destinations.find((d) => d.office?.live) ?? (first as Destination);
  const office = one.office && officeView(one.office, one.divisionCode);
  if (office?.live) return { kind: 'live', office, reason: one.reason };
  return { kind: 'not-live', ...(office && { office }), placeName: placeName(one), reason: one.reason };
}
