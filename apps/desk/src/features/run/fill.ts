import type { ProcedureStep, Proposal, RecordedEvent } from '@assist/contracts';
import { fenOf } from '../../platform/money.ts';

/** What a clerk fills in for one event, as typed. */
export interface Filling {
  readonly on: string;
  readonly reason: string;
  readonly clauses: string;
  readonly remedies: boolean;
  readonly ground: string | undefined;
  /** Absent in drafts kept from before. */
  readonly extension?: string | undefined;
  readonly visitors: readonly string[];
  readonly way: NonNullable<RecordedEvent['visit']>['way'];
  readonly signed: string;
  readonly objection: string | undefined;
  readonly looked: readonly ('work' | 'health' | 'living')[];
  /** Of a survey report, by its points. */
  readonly survey: Readonly<Record<string, string>>;
  readonly conclusion: string | undefined;
  readonly benefits: readonly { readonly kind: Proposal['benefits'][number]['kind']; readonly yuan: string }[];
  readonly nothing: boolean;
  /** Of a small sum given first. */
  readonly yuan: string;
}

export const emptyFilling = (today: string, me: string, benefits: Filling['benefits']): Filling => ({
  on: today,
  reason: '',
  clauses: '',
  remedies: false,
  ground: undefined,
  visitors: [me, ''],
  way: 'at-home',
  signed: '',
  objection: undefined,
  looked: [],
  survey: {},
  conclusion: undefined,
  benefits,
  nothing: false,
  yuan: '',
});

/** The points of the survey report that this district asks for; none elsewhere. */
export const pointsOf = (step: ProcedureStep): string[] =>
  step.asks.find((one) => one.field === 'survey')?.among?.map((one) => one.id) ?? [];

/** What is still to be filled in, in words; empty where it can be sent. What the policy package wants beside it the server says. */
export function unfilled(step: ProcedureStep, f: Filling): string[] {
  const asks = new Set(step.asks.map((one) => one.field));
  return [
    ...(asks.has('visit') && !f.visitors.some((name) => name.trim()) ? ['谁去的'] : []),
    ...(asks.has('ground') && !f.ground ? ['理由'] : []),
    ...(asks.has('extension') && !f.extension ? ['延长的理由'] : []),
    ...(asks.has('conclusion') && !f.conclusion ? ['结论'] : []),
    ...(asks.has('objection') && !f.objection ? ['回的是哪一条'] : []),
    ...(asks.has('looked') && f.looked.length === 0 ? ['看了哪几方面'] : []),
    ...pointsOf(step).flatMap((about) => (f.survey[about]?.trim() ? [] : [about])),
    ...(asks.has('reason') && !f.reason.trim() ? ['原因'] : []),
    ...(asks.has('amount') && fenOf(f.yuan) === undefined ? ['多少元'] : []),
    ...(asks.has('clauses') && !f.clauses.trim() ? ['依据'] : []),
    ...(asks.has('remedies') && !f.remedies ? ['信里写了怎么复议、起诉'] : []),
    ...(asks.has('proposal') && !f.nothing && !f.benefits.some((one) => fenOf(one.yuan) !== undefined) ? ['每月多少'] : []),
  ];
}

/** The event as it is sent. */
export function eventOf(step: ProcedureStep, f: Filling, today: string): RecordedEvent {
  const asks = new Set(step.asks.map((one) => one.field));
  return {
    kind: step.kind,
    ...(f.on && f.on !== today && { on: f.on as never }),
    ...(asks.has('reason') && f.reason.trim() && { reason: f.reason.trim() }),
    ...(asks.has('amount') && fenOf(f.yuan) !== undefined && { amount: fenOf(f.yuan) as never }),
    ...(asks.has('clauses') && f.clauses.trim() && { clauses: f.clauses.split(/[、，,\s]+/).filter(Boolean) }),
    ...(asks.has('remedies') && f.remedies && { remedies: true as const }),
    ...(asks.has('ground') && f.ground && { ground: f.ground }),
    ...(asks.has('extension') && f.extension && { extension: f.extension }),
    ...(asks.has('visit') && {
      visit: {
        visitors: f.visitors.map((name) => name.trim()).filter(Boolean),
        way: f.way,
        ...((f.way === 'phone' || f.way === 'video') && { livesElsewhere: true }),
        ...(f.signed.trim() && { signedByHousehold: f.signed.trim() }),
      },
    }),
    ...(asks.has('objection') && f.objection && { objection: f.objection }),
    ...(asks.has('looked') && f.looked.length > 0 && { looked: [...f.looked] }),
    ...(asks.has('survey') && { survey: pointsOf(step).map((about) => ({ about, words: f.survey[about]?.trim() ?? '' })) }),
    ...(asks.has('conclusion') && f.conclusion && { conclusion: f.conclusion }),
    ...(asks.has('proposal') && {
      proposal: {
        benefits: f.nothing
          ? []
          : f.benefits.flatMap((one) => {
              const fen = fenOf(one.yuan);
              return fen === undefined ? [] : [{ kind: one.kind, amount: fen as never }];
            }),
      },
    }),
  };
}
