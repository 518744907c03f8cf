import { type ChangeForm, checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, type ProblemField } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { changeProblems, type Household } from '@assist/policy-chongqing';
import { ServiceProblem } from '../problem.ts';
import { type ToldChange, toldChanges } from './answers.ts';
import type { KnownCase } from './known-case.ts';

const NOBODY: Household = { district: '500000' as DivisionCode, members: [] };
/** So many digits in a row are a number of a phone, card or person. */
const LONG_NUMBER = /\d[\d\s-]{6,}\d/;

/**
 * What cannot be: a day that has not come or lies before birth, somebody who is not of the household, a negative sum. What is missing
 * is never a problem, and neither is being late.
 * @throws ServiceProblem `form-invalid`, each field with a sentence and its path
 */
export function checkChange(form: ChangeForm, known: KnownCase | undefined, today: CivilDate): void {
  const told = toldChanges(form);
  // Everybody there is or comes: what is told of somebody who dies or leaves in the same notice is still about one of the household.
  const newcomers: Household['members'][number][] = [];
  const fields = told.flatMap((one, i): ProblemField[] => {
    const household = known?.household ?? NOBODY;
    const found = problemsOf(one, { ...household, members: [...household.members, ...newcomers] }, known, today);
    if (one.answers.joins) newcomers.push(one.answers.joins);
    return form.nothingChanged ? [] : found.map(({ path, sentence }) => ({ path: `changed.${i}.${path}`, sentence }));
  });
  const all = [...fields, ...wrongPapers(form, today)];
  if (all.length > 0) throw new ServiceProblem('form-invalid', { fields: all });
}

function problemsOf(told: ToldChange, household: Household, known: KnownCase | undefined, today: CivilDate): ProblemField[] {
  const { event, answers, changed } = told;
  const missing = new Set(event.asks.flatMap(({ field }) => (answers[field] === undefined ? [`answers/${field}`] : [])));
  const wrong = changeProblems(event, household, answers, today)
    .filter((one) => !missing.has(one.path))
    // Of a household that is not in the register nobody knows who belongs to it.
    .filter((one) => known || one.path !== 'answers/member')
    .map((one) => ({ path: one.path.replace(/^answers\//, '').replaceAll('/', '.'), sentence: KIND[one.words] ?? one.words }));
  const born = bornOf(answers.member, household, known);
  const before = answers.happenedOn && born && answers.happenedOn < born;
  return [
    ...wrong,
    ...(before ? [{ path: 'happenedOn', sentence: '那一天这位家人还没出生，请再看一下日子。' }] : []),
    ...(event.group === 'contact' && LONG_NUMBER.test(changed.words ?? '') && (event.id === 'phone' || event.id === 'bank-account')
      ? [{ path: 'words', sentence: '号码不写在这里。要换的号码请到“换电话、换银行卡”里写，只有本人能换。' }]
      : []),
  ];
}

/** The same, said kindly and with what to do. */
const KIND: Readonly<Record<string, string>> = {
  '日期在今天以后。': '这个日子还没到，请再看一下。还没发生的，等到了再说就行。',
  '出生日期在今天以后。': '出生的日子还没到，请再看一下。',
  '没有这一天。': '没有这一天，请再看一下。',
  '家里没有这一位。': '册上这家没有这一位，请再选一次。',
};

const bornOf = (member: string | undefined, household: Household, known: KnownCase | undefined): CivilDate | undefined =>
  member === undefined ? undefined : (known?.birthDates.get(member) ?? household.members.find((one) => one.id === member)?.birthDate);

function wrongPapers(form: ChangeForm, today: CivilDate): ProblemField[] {
  const papers = [
    ['person.paper.number', form.person?.paper] as const,
    ...form.changed.map((one, i) => [`changed.${i}.joins.paper.number`, one.joins?.paper] as const),
  ];
  return papers.flatMap(([path, paper]) => {
    const wrong = paper?.kind === 'resident-identity' ? checkIdentityNumber(paper.number, today) : undefined;
    return wrong ? [{ path, sentence: IDENTITY_NUMBER_SENTENCES[wrong] }] : [];
  });
}
