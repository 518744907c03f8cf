import type { CivilDate } from '@assist/policy';
import { birthDateOf, checkIdentityNumber, IDENTITY_NUMBER_SENTENCES } from '../identity-number.ts';
import type { ProblemField } from '../problem.ts';
import type { ApplicationForm } from './application-form.ts';

/**
 * What cannot be, across fields and against today: refused with a sentence and the path of the field.
 * The shape of each field is the schema's business.
 */
export function impossibleAnswers(form: ApplicationForm, today: CivilDate): ProblemField[] {
  const problems: ProblemField[] = [];
  const ids = new Set<string>();
  const numbers = new Set<string>();
  form.members.forEach((m, i) => {
    const at = `members.${i}`;
    if (ids.has(m.id)) problems.push({ path: `${at}.id`, sentence: '同一个人写了两次' });
    ids.add(m.id);
    if (m.birthDate && m.birthDate > today) problems.push({ path: `${at}.birthDate`, sentence: '出生日期还没到，请再看一下' });
    if (m.paper?.kind === 'resident-identity') {
      const wrong = checkIdentityNumber(m.paper.number, today);
      if (wrong) problems.push({ path: `${at}.paper.number`, sentence: IDENTITY_NUMBER_SENTENCES[wrong] });
      else if (m.birthDate && birthDateOf(m.paper.number) !== m.birthDate)
        problems.push({ path: `${at}.birthDate`, sentence: '出生日期和身份证号上的不一样，请再看一下' });
      if (numbers.has(m.paper.number)) problems.push({ path: `${at}.paper.number`, sentence: '两个人写了同一个身份证号' });
      numbers.add(m.paper.number);
    }
  });
  const selves = form.members.filter((m) => m.relation === 'self');
  if (selves.length !== 1) problems.push({ path: 'members', sentence: '请写上您自己，只写一次' });
  else if (selves[0]?.id !== 'm1') problems.push({ path: 'members', sentence: '请把您自己写在第一个' });
  if (form.emergency?.startedOn && form.emergency.startedOn > today)
    problems.push({ path: 'emergency.startedOn', sentence: '这个日子还没到，请再看一下' });
  for (const [i, s] of (form.spending ?? []).entries())
    if (s.member && !ids.has(s.member)) problems.push({ path: `spending.${i}.member`, sentence: '没有找到这个人' });
  for (const [i, p] of form.photos.entries())
    if (p.memberId && !ids.has(p.memberId)) problems.push({ path: `photos.${i}.memberId`, sentence: '没有找到这个人' });
  return problems;
}
