import type { Problem } from '@assist/contracts';
import { goTo } from './navigate';
import { makeStore } from './store';

export interface ShownProblem {
  readonly problem: Problem;
  /** In the bar: the page it happened on. */
  readonly page?: string;
  /** Whether what was filled in is there, and since when: 您填的都在，14:32 存好了。 */
  readonly kept?: string;
  readonly again?: () => unknown;
  readonly phone?: string;
}

export const lastProblem = makeStore<ShownProblem | undefined>(undefined);

/** Opens the page that says whose matter it is, whether everything is there, and what can be done. The page below stays as it is. */
export function showProblem(shown: ShownProblem): void {
  lastProblem.set(shown);
  goTo('problem');
}
