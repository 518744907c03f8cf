import type { CivilDate, Fen } from '@assist/policy';
import { isCivilDate, yuanText } from '@assist/policy';
import type { ChangeAnswers, Household, Problem } from '@assist/policy-chongqing';
import { changeProblems, effectOf, LIFE_EVENTS, lifeEvent, OUTCOMES } from '@assist/policy-chongqing';
import { formProblems } from './change-answers.ts';
import type { Command } from './command.ts';
import { printed, refused } from './command.ts';
import { isRecord, readHousehold, readJson } from './input.ts';

/**
 * `policy change FILE [--on DAY] [--json]`: what a change may mean before it is sent. The file holds `household`, `event`,
 * `answers`, `award` (fen a month) and, where one runs, `taperUntil`.
 */
export const changeCommand: Command = (around) => {
  const json = around.flags.json === true;
  const assessed = readHousehold(around, around.args[0]);
  if (!assessed.ok) return refused(assessed.problems, json);
  const read = readJson(around, around.args[0]);
  if (!read.ok || !isRecord(read.value)) return refused([{ path: '', problem: '要一组字段' }], json);
  const { event: id, answers, award, taperUntil } = read.value;
  const event = typeof id === 'string' ? lifeEvent(id) : undefined;
  const problems = problemsOf(event, read.value, assessed.value.household, assessed.value.on);
  if (event === undefined || problems.length > 0) return refused(problems, json);
  const effect = effectOf({
    event,
    household: assessed.value.household,
    answers: answers as ChangeAnswers,
    award: award as Fen,
    on: assessed.value.on,
    ...(taperUntil === undefined ? {} : { taperUntil: taperUntil as CivilDate }),
  });
  const lines = [
    `${event.title}：${OUTCOMES[effect.outcome].title}`,
    effect.sentence,
    `现在每月 ${yuanText(effect.amountBefore)}${effect.amountAfter === undefined ? '' : `，估算以后每月 ${yuanText(effect.amountAfter)}`}`,
    `依据：${effect.clauses.join(' ')}`,
  ];
  return printed(json, effect, lines.join('\n'));
};

function problemsOf(
  event: ReturnType<typeof lifeEvent>,
  { answers, award, taperUntil }: Readonly<Record<string, unknown>>,
  household: Household,
  on: CivilDate,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (event === undefined) problems.push({ path: 'event', problem: `要是这些中的一个：${LIFE_EVENTS.map((one) => one.id).join('、')}` });
  if (typeof award !== 'number' || !Number.isSafeInteger(award) || award < 0)
    problems.push({ path: 'award', problem: '金额要以分为单位的零或正整数' });
  if (taperUntil !== undefined && !isCivilDate(taperUntil)) problems.push({ path: 'taperUntil', problem: '要一个真实的日子（年-月-日）' });
  const form = formProblems(answers, on);
  problems.push(...form);
  // What the answers say is looked at once they have the form of answers.
  if (event !== undefined && form.length === 0) {
    for (const one of changeProblems(event, household, answers as ChangeAnswers, on)) problems.push({ path: one.path, problem: one.words });
  }
  return problems;
}
