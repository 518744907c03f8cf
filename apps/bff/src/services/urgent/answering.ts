import type { CitedSentence, UrgentWhom } from '@assist/contracts';
import { type Duty, divisionName, dutyOf } from '@assist/places';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { CLOCK_RULES, URGENT_CALLBACK } from '@assist/policy-chongqing';
import { dayInShanghai } from '../../clock.ts';
import { districtOf } from '../application/receipt.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { type OfficeRow, officesFor, officeView } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';

const SHANGHAI_MS = 8 * 3_600_000;
const OPENS = 9;
const CLOSES = 17;

/** Whether offices are closed: nights, weekends, holidays (declared hours; only ever used to say so). */
export function isClosed(ctx: Pick<Context, 'clock' | 'calendar'>): boolean {
  const at = ctx.clock();
  const hour = new Date(at + SHANGHAI_MS).getUTCHours();
  return hour < OPENS || hour >= CLOSES || !ctx.calendar.day(dayInShanghai(at) as CivilDate).working;
}

/** The district's duty as far as it is known. */
export const dutyView = (duty: Duty): UrgentWhom['duty'] => ({ name: duty.name, ...(duty.phone && { phone: duty.phone }) });

/** While offices are closed: who answers then, or that nobody found out. */
export function answersNow(ctx: Pick<Context, 'clock' | 'calendar'>, office: OfficeRow): CitedSentence | null {
  if (!isClosed(ctx)) return null;
  const duty = dutyOf(districtOf(office.id));
  const who = duty.phone ? `这会儿由${duty.name}接，电话 ${duty.phone}。` : `${duty.unknown}等不得的，先打 110、120。`;
  return cited(`这会儿镇街可能下班了。${who}`, [], 'office-hours-9-to-17');
}

/** What happens with a call, in order. */
export function whatHappens(office: OfficeRow): CitedSentence[] {
  const duty = dutyOf(districtOf(office.id));
  return [
    cited(`${office.name} ${URGENT_CALLBACK.minutes} 分钟内给您回电话。`, [], URGENT_CALLBACK.assumption),
    cited(`过了 ${URGENT_CALLBACK.minutes} 分钟还没联系上您，自动转给${duty.name}，镇街也接着办。`, [], URGENT_CALLBACK.assumption),
    cited('不看户口在哪里，人在哪里，就由哪里的镇街帮。', ['YM239-3-3d', 'YMF12-14a']),
    cited(
      `情况紧急的，先给一笔小额救助，一般 ${CLOCK_RULES.smallFirst.period.value} 天内；材料、说明过后再补。`,
      CLOCK_RULES.smallFirst.clauses,
    ),
  ];
}

/**
 * Whom a call from a township reaches. Nothing is counted and nothing is refused: the number to call stands on the screen whatever happens.
 * @throws ServiceProblem `not-found` for what is no township
 */
export async function urgentWhom(ctx: Context, township: string): Promise<UrgentWhom> {
  const code = township as DivisionCode;
  if (divisionName(code) === undefined) throw new ServiceProblem('not-found');
  const office = (await officesFor(ctx, [code])).get(code);
  const duty = dutyView(dutyOf(code.slice(0, 6) as DivisionCode));
  if (!office) return { live: false, now: null, duty, next: [] };
  return {
    live: office.live,
    office: officeView(office, code),
    now: answersNow(ctx, office),
    duty,
    next: office.live ? whatHappens(office) : [],
  };
}
