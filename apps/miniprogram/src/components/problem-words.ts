import { type Problem, problemSentence } from '@assist/contracts';

export interface ProblemWords {
  /** Whose matter it is. */
  readonly title: string;
  /** Whether what was filled in is there, where the sentence says so itself. */
  readonly rest: string | undefined;
  /** For reading out on the phone: W7K-3Q9. */
  readonly number: string | undefined;
}

/** A problem in the words of the contracts, cut where its first sentence ends. */
export function problemWords(problem: Problem): ProblemWords {
  const [title = '', ...rest] = problemSentence(problem.code).split('。').filter(Boolean);
  return { title, rest: rest.length ? `${rest.join('。')}。` : undefined, number: problem.instance?.split('/').pop() };
}
