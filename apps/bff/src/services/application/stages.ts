import type { ApplicationView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, type EventKind, type Procedure, type Step } from '@assist/policy-chongqing';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { among } from '../../db/among.ts';
import { madeOnce } from '../../db/made-once.ts';
import { type applications, procedureEvents, procedureRuns } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { HANDLED_AS } from '../procedure/handled-as.ts';
import { procedureOfRun } from '../procedure/record.ts';
import { districtOf } from './receipt.ts';

type Stage = NonNullable<ApplicationView['stages']>[number];
type Row = typeof applications.$inferSelect;
interface Happened {
  readonly kind: EventKind;
  readonly on: CivilDate;
}

/** What a household follows from acceptance on, in plain words. What only an objection sets going is not among it: it would tell of one. */
const WORDS: Partial<Record<EventKind, (step: Step) => string>> = {
  'village-reviewed': () => '村社评议',
  'check-done': () => '核收入、存款、房车',
  visited: () => '到家里看看',
  opinion: () => '镇上先看（初审）',
  'notice-posted': ({ clocks = [] }) => {
    const [days] = clocks.map((name) => CLOCK_RULES[name].period).filter(({ unit }) => unit === 'days');
    return days ? `社区张榜 ${days.value} 天（公示）` : '社区张榜（公示）';
  },
  confirmed: (step) => `${whoDecides(step)}定（审核确认）`,
  'letter-delivered': () => '书面告诉您结果',
};
const whoDecides = ({ by }: Step): string => (by.includes('district') ? '区里' : '镇上');

const wayOf = madeOnce((db) =>
  db
    .select({
      applicationId: procedureRuns.applicationId,
      procedure: procedureRuns.procedure,
      district: procedureRuns.district,
      openedOn: procedureRuns.openedOn,
      kind: procedureEvents.kind,
      on: procedureEvents.happenedOn,
    })
    .from(procedureEvents)
    .innerJoin(procedureRuns, eq(procedureRuns.id, procedureEvents.runId))
    .where(and(among(procedureRuns.applicationId, sql.placeholder('ids')), inArray(procedureRuns.procedure, Object.keys(HANDLED_AS))))
    .orderBy(asc(procedureEvents.runId), asc(procedureEvents.seq))
    .prepare('way-of-applications'),
);

/** Of each application the way from acceptance on, as its procedure has it in its district, with the days of what is done; one look for all. */
export async function stagesOf(ctx: Context, rows: readonly Row[]): Promise<Map<string, Stage[]>> {
  const events = await wayOf(ctx.db).execute({ ids: rows.map((row) => row.id).join(',') });
  const today = dayInShanghai(ctx.clock());
  return new Map(
    rows.map((row) => {
      const of = events.filter((event) => event.applicationId === row.id);
      const [first] = of;
      const procedure = procedureOfRun(first ?? { procedure: 'application', district: districtOf(row.officeId), openedOn: today });
      return [
        row.id,
        stagesIn(
          procedure,
          of.map(({ kind, on }) => ({ kind: kind as EventKind, on: on as CivilDate })),
        ),
      ];
    }),
  );
}

/**
 * The stages of one record, those done first as they were done, then what is to come in the procedure's order. Each stands where it came first:
 * an opinion given anew after the notice would tell that somebody objected.
 */
export function stagesIn(procedure: Procedure, record: readonly Happened[]): Stage[] {
  const opinion = record.findLastIndex((one) => one.kind === 'opinion');
  const stages = procedure.steps.flatMap((step) => {
    const words = WORDS[step.event];
    if (!words) return [];
    // What was decided before the newest opinion is being decided anew, and told anew.
    const after = AFTER_OPINION.has(step.event) ? opinion : -1;
    const at = record.findIndex((one, index) => one.kind === step.event && index > after);
    const refused =
      step.event === 'confirmed' && at < 0 ? record.findLastIndex((one, index) => one.kind === 'refused' && index > after) : -1;
    if (refused >= 0) {
      const { clauses } = procedure.steps.find((one) => one.event === 'refused') ?? step;
      return [
        { ...cited(`${whoDecides(step)}这次没有确认，以后随时可以再申请`, clauses), on: record[refused]?.on as CivilDate, at: refused },
      ];
    }
    if (at < 0 && step.event === 'village-reviewed' && !isAskedFor(procedure, step.event)) return [];
    return [{ ...cited(words(step), step.clauses), ...(at >= 0 && { on: record[at]?.on as CivilDate }), at }];
  });
  const done = stages.filter((one) => one.at >= 0).sort((one, other) => one.at - other.at);
  return [...done, ...stages.filter((one) => one.at < 0)].map(({ at: _, ...stage }) => stage);
}
const AFTER_OPINION: ReadonlySet<EventKind> = new Set(['confirmed', 'letter-delivered']);

/** Whether a later step of this procedure wants it on record; else it is left to the township. */
const isAskedFor = (procedure: Procedure, event: EventKind): boolean =>
  procedure.steps.some((step) => step.requires.some((one) => one.ask === 'done' && one.event === event));
