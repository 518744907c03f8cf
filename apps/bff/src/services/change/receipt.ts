import type { ChangeForm, ChangeReceipt, CitedSentence, EstimatedEffect } from '@assist/contracts';
import { addDays, type CivilDate, type DivisionCode, dateText, daysBetween } from '@assist/policy';
import { CLOCK_RULES, type Clock, clausesIn, runClock, runMonths, toldInTime, type WorkingCalendar } from '@assist/policy-chongqing';
import { instantText } from '../../clock.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { type OfficeRow, officeView } from '../place/offices.ts';
import { eventTitles, toldChanges } from './answers.ts';
import { bySentence } from './reporter.ts';
import { afterLeavingSentence, mayEnd } from './words.ts';

/** A receipt without its number, which only the database knows. */
export type UnnumberedReceipt = Omit<ChangeReceipt, 'number'>;

export interface ToReceipt {
  readonly changeId: string;
  readonly form: ChangeForm;
  readonly office: OfficeRow;
  readonly district: DivisionCode;
  readonly inRegister: boolean;
  /** What the household gets, where the register knows it. */
  readonly kinds: readonly string[] | undefined;
  /** What was shown; the whole where there is one. */
  readonly effects: readonly EstimatedEffect[];
  /** Somebody is left in the household. */
  readonly peopleLeft: boolean;
  readonly at: number;
  readonly today: CivilDate;
}

/** What a person is given in the hand. It states what was told and when, never whether that was in time. It is kept as it was given. */
export function makeChangeReceipt(ctx: Context, told: ToReceipt): UnnumberedReceipt {
  const { form, today, district } = told;
  const first = firstDay(form);
  const early = first && toldInTime(first.on, today);
  const reply = runClock(CLOCK_RULES.firstReply, today, ctx.calendar);
  return {
    changeId: told.changeId,
    toldAt: instantText(told.at),
    toldOn: today,
    office: officeView(told.office),
    told: eventTitles(form),
    by: bySentence(form),
    ...(first && { happenedOn: first.on }),
    // Of a day nobody knows exactly no day is counted.
    ...(first && !first.about && { nthDay: daysBetween(first.on, today) + 1 }),
    ...(early?.inTime && { beforeThreeMonths: cited('还没过三个月，就告诉镇街了。', early.clauses) }),
    goodFor: goodFor(form, today, district),
    next: nextSteps(told, reply.period.value, selfCareBy(told, ctx.calendar)),
    ...(!told.inRegister && { notInRegister: true as const }),
    firstReplyBy: { date: reply.by, provisional: reply.provisional },
    photos: form.photos.length,
  };
}

/** The earliest day among what changed. */
function firstDay(form: ChangeForm): { readonly on: CivilDate; readonly about: boolean } | undefined {
  const days = form.changed.flatMap(({ happenedOn, aboutThen }) => (happenedOn ? [{ on: happenedOn, about: aboutThen === true }] : []));
  return days.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];
}

/** Whether it was told after the three months of the clause. For the clerk's list alone; nothing follows from it. */
export function toldLate(form: ChangeForm, today: CivilDate): boolean {
  const first = firstDay(form);
  return first !== undefined && !toldInTime(first.on, today).inTime;
}

/**
 * By when it is looked at again what somebody can do alone, where the notice says that it changed (DESTITUTE2021-23): of destitute support
 * only. A household that the register does not know may get it.
 */
export function selfCareBy(
  { form, kinds, today }: Pick<ToReceipt, 'form' | 'kinds' | 'today'>,
  calendar: WorkingCalendar,
): Clock | undefined {
  if (kinds && !kinds.includes('destitute')) return undefined;
  return form.changed.some(({ event }) => event === 'self-care-changed') ? runClock(CLOCK_RULES.selfCareAgain, today, calendar) : undefined;
}

export const tellsOfDeath = (form: ChangeForm): boolean => toldChanges(form).some(({ event }) => event.ground === 'died');

const goodFor = (form: ChangeForm, today: CivilDate, district: DivisionCode): CitedSentence =>
  cited(
    tellsOfDeath(form)
      ? `请节哀。${dateText(today)}已经告诉镇街了，家里别的人不用再报。`
      : `${dateText(today)}，您把这些告诉了镇街。留着它，哪天说过什么都有凭据。`,
    clausesIn(['YM239-4-5b', 'JLP53-3-3', 'SAL2026-46'], district),
  );

function nextSteps(
  { form, effects, district, inRegister, peopleLeft, today }: ToReceipt,
  replyDays: number,
  selfCare: Clock | undefined,
): CitedSentence[] {
  const say = (sentence: string, ...clauses: string[]) => cited(sentence, clausesIn(clauses, district));
  const death = tellsOfDeath(form);
  const lowers = effects.some(({ outcome, possible = [] }) => [outcome, ...possible].some((id) => id === 'less' || id === 'stop'));
  const steps: CitedSentence[] = [];
  if (!inRegister) steps.push(say('名册里还没找到您家，镇街先找到是哪一户，再往下看。', 'YM239-4-5b', 'SAL2026-46'));
  steps.push(cited(`镇街 ${replyDays} 个工作日内先回您一次话。`, [], 'first-reply-3-working-days'));
  if (death) steps.push(...afterDeath(form, district, today, peopleLeft));
  if (selfCare)
    steps.push(
      say(
        `领特困供养的，最晚${dateText(selfCare.by)}${selfCare.provisional ? '（暂定）' : ''}重新看能不能照顾自己、要不要人照顾。`,
        ...selfCare.clauses,
      ),
    );
  if (!effects.every((one) => one.outcome === 'unchanged'))
    steps.push(say('镇街会核实，需要时上门看看。定下来以前，钱照旧。', 'JLP53-5-3a', 'MCA57-31', 'SAL2026-46'));
  if (lowers && !death) steps.push(say('要是会少、会停，先听您说，再给您书面的说明。', 'SAL2026-48'));
  if (mayEnd(effects) && peopleLeft) steps.push(afterLeavingSentence(district));
  if (form.changed.some(({ event }) => event === 'phone' || event === 'bank-account'))
    steps.push(say('这里只记下“要换”。新号码由本人在“换电话、换银行卡”里写，核过身份，隔一天才算数。', 'YM239-4-5b', 'SAL2026-11'));
  return steps;
}

/** Gently: what is done for the others, by when, and that the fees of a funeral can be less. Nothing is asked back. */
function afterDeath(form: ChangeForm, district: DivisionCode, today: CivilDate, peopleLeft: boolean): CitedSentence[] {
  const died = toldChanges(form).find(({ event }) => event.ground === 'died');
  const clock = died?.answers.happenedOn && runMonths(CLOCK_RULES.afterDeath, died.answers.happenedOn);
  // Where the three months are over already, no day that has passed is held up to anybody.
  const by = clock && clock.by >= addDays(today, 1) ? `在${dateText(clock.by)}以前` : '尽快';
  const clauses = clausesIn(CLOCK_RULES.afterDeath.clauses, district);
  return [
    cited(
      peopleLeft ? `家里其他人的待遇，镇街${by}重新看过、办好手续。够得上的接着领。` : `后面的手续，镇街${by}来办，家里人不用跑。`,
      clauses,
    ),
    cited('殡葬的基本费用可以减免，镇街帮着问。', clausesIn(['YMF12-16a'], district)),
  ];
}
