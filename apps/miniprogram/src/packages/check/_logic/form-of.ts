import type { DraftForm, MemberForm } from '@assist/contracts';
import { FORM_VERSION } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { civilDate } from '@assist/policy';
import { RELATION_NAMES } from '../../../application/words/names.ts';
import type { CheckAnswers, Doing, PersonAnswer } from './answers.ts';

type Work = NonNullable<MemberForm['work']>;
type Kind = NonNullable<MemberForm['income']>[number]['kind'];

/** What somebody does, as the form has it, and of which kind the money of it is. A word that says nothing of a kind leaves it open. */
const AS_IN_FORM: Record<Doing, { readonly work: Work; readonly kind: Kind; readonly absence: MemberForm['absence'] }> = {
  employed: { work: 'employed', kind: 'wage', absence: 'none' },
  flexible: { work: 'flexible', kind: 'flexible-work', absence: 'none' },
  away: { work: 'flexible', kind: 'flexible-work', absence: 'works-elsewhere' },
  farming: { work: 'farming', kind: 'farming', absence: 'none' },
  business: { work: 'business', kind: 'business', absence: 'none' },
  unemployed: { work: 'unemployed', kind: 'other', absence: 'none' },
  'cannot-work': { work: 'cannot-work', kind: 'other', absence: 'none' },
  student: { work: 'student', kind: 'other', absence: 'none' },
  'studies-away': { work: 'student', kind: 'other', absence: 'studies-elsewhere' },
  retired: { work: 'retired', kind: 'pension', absence: 'none' },
};

/** The answers as the form of an application holds them. Nothing is in it that was not said: no name, no birth date. */
export function formOf(answers: CheckAnswers): DraftForm {
  const { area, savings, car, dwellings, business, spending, supporters, emergency, urgent } = answers;
  const assets = {
    ...(savings !== undefined && { financial: savings }),
    ...(car !== undefined && { vehicles: car ? [{ kind: 'car' as const }] : [] }),
    ...(dwellings !== undefined && { dwellings: Array.from({ length: dwellings }, () => ({})) }),
    ...(business !== undefined && { businesses: business ? 1 : 0 }),
  };
  const spent = spending && [
    ...line('medical', spending.medical),
    ...line('education', spending.education),
    ...line('disability-rehabilitation', spending.rehabilitation),
  ];
  return {
    formVersion: FORM_VERSION,
    ...(area && { area }),
    members: answers.people.map((p) => memberOf(p, answers)),
    ...(Object.keys(assets).length > 0 && { assets }),
    ...(spent && { spending: spent }),
    ...(supporters && { supporters: supportersOf(supporters, answers.people) }),
    ...(emergency && emergency !== 'none' && { emergency: { kind: emergency, ...(urgent !== undefined && { urgent }) } }),
    photos: [],
  };
}

/**
 * The same, with what only the estimate may know: of an age said in years, a day of birth that gives that age today.
 * It is never carried into an application, where the day itself is asked for.
 */
export function formToEstimate(answers: CheckAnswers, on: CivilDate): DraftForm {
  const form = formOf(answers);
  const ages = new Map(answers.people.map((p) => [p.id, p.age]));
  const members = (form.members ?? []).map((m) => {
    const age = ages.get(m.id);
    const named = { ...m, name: calledBy(m.id, answers) };
    return age === undefined ? named : { ...named, birthDate: bornYearsAgo(age, on) };
  });
  return { ...form, members };
}

/** What to call somebody whose name was not asked for: 您, 爸爸或妈妈, the second of them 爸爸或妈妈（2）. */
export function calledBy(id: string, { people }: CheckAnswers): string {
  const person = people.find((p) => p.id === id);
  if (!person || id === 'm1') return '您';
  const same = people.filter((p) => p.relation === person.relation);
  const place = same.indexOf(person);
  return place > 0 ? `${RELATION_NAMES[person.relation]}（${place + 1}）` : RELATION_NAMES[person.relation];
}

export function bornYearsAgo(years: number, on: CivilDate): CivilDate {
  const [year, month, day] = on.split('-') as [string, string, string];
  // Nobody is born on a 29 February of an ordinary year.
  return civilDate(`${Number(year) - years}-${month}-${month === '02' && day === '29' ? '28' : day}`);
}

const line = (kind: 'medical' | 'education' | 'disability-rehabilitation', amount: Fen | undefined) =>
  amount === undefined || amount === 0 ? [] : [{ kind, amount }];

function memberOf(p: PersonAnswer, { receives, people }: CheckAnswers): MemberForm {
  const said = p.doing && AS_IN_FORM[p.doing];
  const child = p.age !== undefined && p.age < 16 && !p.doing;
  const money = child && p.income === undefined ? (0 as Fen) : p.income;
  return {
    id: p.id,
    relation: p.relation,
    name: '',
    ...(p.doing !== 'away' && p.doing !== 'studies-away' && { livesTogether: true }),
    ...(said ? { work: said.work, absence: said.absence } : child ? { work: 'child', absence: 'none' } : {}),
    ...(p.disability === 'none' && { disability: false }),
    ...(typeof p.disability === 'object' &&
      p.disability.category && { disability: { grade: p.disability.grade, category: p.disability.category } }),
    ...(p.illness && { illness: p.illness }),
    ...(money !== undefined && { income: money === 0 ? [] : [{ kind: said?.kind ?? 'other', amount: money, per: 'month' }] }),
    ...(p.workCosts !== undefined && { workCosts: p.workCosts }),
    ...receivesOf(receives, people.length),
  };
}

/** What a family receives, each of them receives; what is one person's is said of a person alone only. */
function receivesOf(receives: CheckAnswers['receives'], people: number): Pick<MemberForm, 'receives'> {
  if (receives === undefined) return {};
  if (receives === 'none') return { receives: [] };
  return receives === 'destitute-support' && people > 1 ? {} : { receives: [receives] };
}

function supportersOf(
  said: NonNullable<CheckAnswers['supporters']>,
  people: readonly PersonAnswer[],
): NonNullable<DraftForm['supporters']> {
  if (said.kind === 'none') return [];
  const oldest = Math.max(0, ...people.map((p) => p.age ?? 0));
  return [
    {
      id: 's1',
      relation: oldest >= 60 ? 'child' : 'parent',
      ableToSupport: said.kind === 'able',
      ...(said.pays !== undefined && { pays: said.pays }),
    },
  ];
}

/** What was said and the form has no word for: that nothing of the kind happened. */
export const saidBeside = ({ emergency }: CheckAnswers): { readonly emergency?: false } =>
  emergency === 'none' ? { emergency: false } : {};
