import { DISTRICT_NAMES } from '../districts/codes.ts';
import {
  CLOCK_RULES,
  EVENTS,
  PROCEDURE_ASSUMPTIONS,
  type Procedure,
  type Requirement,
  ROLE_NAMES,
  type Step,
} from '../procedures/index.ts';
import { citedClauses, codes, list, page, table } from './markdown.ts';
import { periodText } from './period-text.ts';

/** A procedure as a civil servant reviews it: every step, who may act, what must be on record before, the clock, the clause. */
export function procedurePage(procedure: Procedure): string {
  const steps = [...procedure.steps, ...(procedure.overlays ?? []).map((one) => one.step)];
  const overlays = procedure.overlays ?? [];
  const needed = [
    ...steps.flatMap((step) => step.requires),
    ...overlays.flatMap((one) => Object.values(one.alsoRequires ?? {}).flat()),
  ].flatMap(every);
  const assumed = new Set(needed.flatMap((one) => one.assumption ?? []));
  return page(procedure.title, [
    ['', `编号 \`${procedure.id}\`；${procedure.canLower ? '这个程序可能让钱变少：每一步都不能少。' : '这个程序不会让钱变少。'}`],
    ['步骤', stepsTable(procedure.steps)],
    [
      '区里不同的地方',
      overlays
        .map((one) => {
          const also = Object.entries(one.alsoRequires ?? {}).map(
            ([event, needs]) => `“${EVENTS[event as keyof typeof EVENTS]}”还要：${needs.map(asked).join('；')}`,
          );
          return `${DISTRICT_NAMES[one.district]}，${one.from} 起：\n\n${stepsTable([one.step])}${also.length > 0 ? `\n\n${list(also)}` : ''}`;
        })
        .join('\n\n'),
    ],
    ['定了以后', decidedText(procedure)],
    ['留给人判断的', list(steps.flatMap((step) => (step.leftToOfficer ? [`${EVENTS[step.event]}：${step.leftToOfficer}`] : [])))],
    ['声明过的假设', list(PROCEDURE_ASSUMPTIONS.filter((one) => assumed.has(one.id)).map((one) => `${one.title}。${one.why}`))],
    ['说明', list(procedure.notes ?? [])],
    [
      '条款',
      citedClauses([
        ...steps.flatMap((step) => step.clauses),
        ...needed.flatMap((one) => one.clauses),
        ...(procedure.decided?.clauses ?? []),
      ]),
    ],
  ]);
}

function decidedText({ decided }: Procedure): string {
  if (!decided) return '';
  const after = decided.after.map((event) => EVENTS[event]).join('、');
  return `“${EVENTS[decided.by]}”以后不再重新决定，只记：${after}（${decided.clauses.join('、')}）。`;
}

function stepsTable(steps: readonly Step[]): string {
  const rows = steps.map((step) => [
    EVENTS[step.event],
    step.by.map((role) => ROLE_NAMES[role]).join('、'),
    step.requires.map(asked).join('；') || '什么都不要',
    (step.clocks ?? []).map((name) => `${CLOCK_RULES[name].title} ${periodText(CLOCK_RULES[name].period)}`).join('；') || '—',
    codes(step.clauses),
  ]);
  return table(['步骤', '谁来做', '之前要有', '从这一步起算的期限', '条款'], rows);
}

function asked(requirement: Requirement): string {
  return `${requirement.words}（${requirement.clauses.join('、')}）`;
}

function every(requirement: Requirement): readonly Requirement[] {
  return [requirement, ...(requirement.ask === 'any' ? requirement.of.flatMap(every) : [])];
}
