import type { CheckAnswers, PersonAnswer } from './answers.ts';

export const QUESTIONS = [
  'where',
  'area',
  'who',
  'ages',
  'disability',
  'illness',
  'doing',
  'income',
  'property',
  'spending',
  'receives',
  'supporters',
  'emergency',
] as const;
export type QuestionId = (typeof QUESTIONS)[number];

export interface Question {
  readonly title: string;
  readonly lead: string;
  /** Why it is asked, in our own words, and the clauses it rests on. */
  readonly why: string;
  readonly clauses: readonly string[];
}

/** As one would ask it across a table. Each may be passed over. */
export const QUESTION_WORDS: Record<QuestionId, Question> = {
  where: {
    title: '您家住在哪个区县？',
    lead: '各处的低保线不一样。',
    why: '线是按区县、按日子定的。查不到本区自己文件的，会照实说。',
    clauses: ['F3-01'],
  },
  area: { title: '住在城里还是农村？', lead: '说不清就先跳过。', why: '城里和农村的线不一样。', clauses: ['F3-01', 'F3-11'] },
  who: { title: '家里有谁？', lead: '在外打工、上学的也写上。不用写名字。', why: '钱是按一家几口人平均算的。', clauses: ['MCA57-7'] },
  ages: {
    title: '各人多大年纪？',
    lead: '写周岁，大概也行。',
    why: '老人、孩子有另外的帮助。',
    clauses: ['DESTITUTE2021-5', 'SAL2026-20'],
  },
  disability: {
    title: '有人有残疾证吗？',
    lead: '没有证的，先选没有，申请时再说。',
    why: '重残的人可以一个人申请低保，还有补贴。',
    clauses: ['YM239-1-1e', 'YM239-1-4b', 'F7-01'],
  },
  illness: {
    title: '有人得了大病，或常年吃药？',
    lead: '没有就选没有。',
    why: '重病的人可以单独申请，看病的钱也有帮助。',
    clauses: ['YM239-1-4b', 'YMF12-9g'],
  },
  doing: {
    title: '各人现在做什么？',
    lead: '在家没活干的，也算一样。',
    why: '挣钱的路子不同，算法也不同。',
    clauses: ['MCA57-13', 'YM239-1-1d'],
  },
  income: {
    title: '各人一个月大概进多少？',
    lead: '打工、种地、养老金都算，大概数就行。',
    why: '看的是平均每人每月有多少。奖学金、政府发的救助款不用算。',
    clauses: ['MCA57-13', 'YM239-1-1a'],
  },
  property: {
    title: '家里有这些吗？',
    lead: '存款写大概数。没有写 0。',
    why: '财产和收入放在一起看。房子自己住的不用怕。',
    clauses: ['MCA57-14', 'F1-42', 'F1-44', 'F1-45'],
  },
  spending: {
    title: '一年里，哪样花了大钱？',
    lead: '报销以后，自己出的钱。',
    why: '看病上学花太多的，另有一种帮助。',
    clauses: ['YMF12-1d', 'MCA57R-5'],
  },
  receives: { title: '家里现在领着哪一样？', lead: '都没有，就选都没有。', why: '领着的那样，会带出别的帮助。', clauses: ['TL42-C5b'] },
  supporters: {
    title: '有不住一起、该管您家的亲人吗？',
    lead: '比如老人在外的儿女、孩子在外的爸妈。',
    why: '真给到手的钱才算，没给的，镇上会看情况。',
    clauses: ['F1-31', 'F1-32', 'DESTITUTE2021-8'],
  },
  emergency: {
    title: '最近出了什么难事？',
    lead: '没有就选没有。',
    why: '急难不看户口，在哪里出事就在哪里申请。',
    clauses: ['YMF12-14a', 'SAL2026-29'],
  },
};

/** Children are not asked what they do. */
export const asksDoing = (person: { readonly age?: number }): boolean => person.age === undefined || person.age >= 16;

/** Who goes to work for the money may have costs of it. */
export const asksWorkCosts = ({ doing, income }: Pick<PersonAnswer, 'doing' | 'income'>): boolean =>
  (doing === 'employed' || doing === 'flexible' || doing === 'away') && income !== undefined && income > 0;

/** The questions that are to be asked, in their order. */
export function questionsFor(answers: CheckAnswers): readonly QuestionId[] {
  const grown = answers.people.some(asksDoing);
  return QUESTIONS.filter((id) => grown || (id !== 'doing' && id !== 'income'));
}

/** "Nobody of us": said of everybody at once. */
export const saidOfAll = (answers: CheckAnswers, field: 'disability' | 'illness'): CheckAnswers => ({
  ...answers,
  people: answers.people.map((p) => ({ ...p, [field]: 'none' as const })),
});
