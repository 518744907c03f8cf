import { BENEFITS } from '@assist/policy-chongqing/preview';

export type LibraryBenefit = (typeof BENEFITS)[number];

const SECTIONS = [
  { title: '一级一级往下看的', groups: ['cascade'] },
  { title: '别的帮助', groups: ['top-up', 'referral'] },
] as const;

export interface LibrarySection {
  readonly title: string;
  readonly benefits: readonly LibraryBenefit[];
}

/** Words people say, and what the documents call it. */
const SAID: Readonly<Record<string, string>> = {
  生病: '病',
  看病: '病',
  学费: '上学',
  读书: '上学',
  房租: '房',
  住房: '房',
  孤寡: '特困',
  五保: '特困',
  电费: '电费',
  老人: '老',
};

/** Every benefit the rules know, in its section; with something typed only those that speak of it. */
export function libraryFor(typed: string): readonly LibrarySection[] {
  const word = typed.trim();
  const meant = [word, ...(SAID[word] ? [SAID[word]] : [])];
  const speaks = ({ title, about, handledBy }: LibraryBenefit) =>
    word === '' || meant.some((one) => title.includes(one) || about.includes(one) || handledBy.includes(one));
  return SECTIONS.map(({ title, groups }) => ({
    title,
    benefits: BENEFITS.filter((b) => (groups as readonly string[]).includes(b.group) && speaks(b)),
  })).filter((s) => s.benefits.length > 0);
}

export const benefitOf = (id: string): LibraryBenefit | undefined => BENEFITS.find((b) => b.id === id);
