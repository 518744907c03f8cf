import type { Citation } from '@assist/policy';
import { FACTS } from './facts.ts';
import { LAWS } from './laws.ts';

const BY_ID: ReadonlyMap<string, Citation> = new Map([...LAWS, ...FACTS].map((citation) => [citation.id, citation]));

/** Label and gist of a fact or an article of law; the five documents' clauses stand in the clause register. */
export function citation(id: string): Citation | undefined {
  return BY_ID.get(id);
}

export const CITATION_IDS: readonly string[] = [...BY_ID.keys()];
