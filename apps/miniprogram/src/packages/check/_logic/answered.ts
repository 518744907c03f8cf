import type { CheckAnswers, PersonAnswer } from './answers.ts';
import { asksDoing, type QuestionId } from './questions.ts';

const ofEverybody = (people: readonly PersonAnswer[], said: (p: PersonAnswer) => boolean): boolean => people.every(said);

/** Whether something was said; only then the button says "next" and not "pass". */
export function isAnswered(id: QuestionId, answers: CheckAnswers): boolean {
  const { people } = answers;
  const grown = people.filter(asksDoing);
  const answered: Record<QuestionId, () => boolean> = {
    where: () => answers.district !== undefined,
    area: () => answers.area !== undefined,
    who: () => true,
    ages: () => ofEverybody(people, (p) => p.age !== undefined),
    disability: () => ofEverybody(people, (p) => p.disability !== undefined),
    illness: () => ofEverybody(people, (p) => p.illness !== undefined),
    doing: () => ofEverybody(grown, (p) => p.doing !== undefined),
    income: () => ofEverybody(grown, (p) => p.income !== undefined),
    property: () =>
      answers.savings !== undefined || answers.car !== undefined || answers.dwellings !== undefined || answers.business !== undefined,
    spending: () => answers.spending !== undefined && Object.keys(answers.spending).length > 0,
    receives: () => answers.receives !== undefined,
    supporters: () => answers.supporters !== undefined,
    emergency: () => answers.emergency !== undefined,
  };
  return answered[id]();
}
