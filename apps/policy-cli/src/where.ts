import type { Problem, RoutedMember, WhereToApplyQuestion } from '@assist/policy-chongqing';
import { citationLabel, whereToApply } from '@assist/policy-chongqing';
import type { Command } from './command.ts';
import { printed, refused } from './command.ts';
import { isRecord, readJson } from './input.ts';

/** `policy where FILE [--json]`: where to apply; the file holds members with registration and residence (12, 9 or 6 digits). */
export const whereCommand: Command = (around) => {
  const json = around.flags.json === true;
  const read = readJson(around, around.args[0]);
  if (!read.ok) return refused(read.problems, json);
  const problems: Problem[] = [];
  const question = questionOf(read.value, problems);
  if (problems.length > 0 || question === undefined) return refused(problems, json);
  const answer = whereToApply(question);
  const lines =
    answer.kind === 'ask'
      ? ['还要问：', ...answer.missing.map((one) => `  ${'memberId' in one ? `${one.memberId} ` : ''}${one.field}`)]
      : (answer.kind === 'choice' ? answer.candidates : [answer]).map(
          (one) => `${one.divisionCode}（由 ${one.memberId} 申请）：${one.reason}  [${one.clauses.map(citationLabel).join('；')}]`,
        );
  return printed(json, answer, lines.join('\n'));
};

const BENEFITS = ['subsistence', 'destitute', 'temporary'];

function questionOf(value: unknown, problems: Problem[]): WhereToApplyQuestion | undefined {
  if (!isRecord(value)) {
    problems.push({ path: '', problem: '要一组字段' });
    return undefined;
  }
  if (!Array.isArray(value.members) || value.members.length === 0) problems.push({ path: 'members', problem: '家里至少要有一个人' });
  const members = Array.isArray(value.members) ? value.members : [];
  members.forEach((one, index) => {
    memberProblems(one, index, problems);
    if (isRecord(one) && members.findIndex((other) => isRecord(other) && other.id === one.id) < index)
      problems.push({ path: `members/${index}/id`, problem: '同一个人填了两次' });
  });
  if (!members.some((one) => isRecord(one) && one.id === value.applicantId))
    problems.push({ path: 'applicantId', problem: '要是家里的一位' });
  if (!BENEFITS.includes(value.benefit as string)) problems.push({ path: 'benefit', problem: `要是这些中的一个：${BENEFITS.join('、')}` });
  placeProblems(value.emergencyPlace, 'emergencyPlace', problems);
  flagProblems(value.residencePermitOpen, 'residencePermitOpen', problems);
  return value as unknown as WhereToApplyQuestion;
}

function memberProblems(one: unknown, index: number, problems: Problem[]): void {
  const path = `members/${index}`;
  if (!isRecord(one) || typeof one.id !== 'string') {
    problems.push({ path: `${path}/id`, problem: '要一小段文字' });
    return;
  }
  const member = one as unknown as RoutedMember;
  if (member.registration !== 'none' && member.registration !== 'unknown')
    placeProblems(member.registration, `${path}/registration`, problems);
  placeProblems(member.residence, `${path}/residence`, problems);
  flagProblems(one.residencePermit, `${path}/residencePermit`, problems);
}

function flagProblems(value: unknown, path: string, problems: Problem[]): void {
  if (value !== undefined && typeof value !== 'boolean') problems.push({ path, problem: '要 true 或 false' });
}

function placeProblems(place: unknown, path: string, problems: Problem[]): void {
  if (place === undefined) return;
  const code = isRecord(place) ? place.divisionCode : undefined;
  if (typeof code !== 'string' || !/^\d{6}(\d{3}(\d{3})?)?$/.test(code))
    problems.push({ path: `${path}/divisionCode`, problem: '要 6、9 或 12 位的区划代码' });
}
