import type { CitationView, CitedSentence } from '@assist/contracts';
import {
  AUTHENTICATION_ASSUMPTIONS,
  citationOf,
  LIFE_EVENT_ASSUMPTIONS,
  PROCEDURE_ASSUMPTIONS,
  ROUTING_ASSUMPTIONS,
  STANDARD_ASSUMPTIONS,
} from '@assist/policy-chongqing';
import { CERTIFICATE_ASSUMPTIONS } from '../certificate/assumptions.ts';
import { VOICE_ASSUMPTIONS } from '../complaint/assumptions.ts';
import { NOTE_ASSUMPTIONS } from '../note/assumptions.ts';
import { REMINDER_ASSUMPTIONS } from '../reminder/steps.ts';

const ASSUMPTIONS: ReadonlyMap<string, string> = new Map([
  ...[
    ...PROCEDURE_ASSUMPTIONS,
    ...STANDARD_ASSUMPTIONS,
    ...AUTHENTICATION_ASSUMPTIONS,
    ...LIFE_EVENT_ASSUMPTIONS,
    ...REMINDER_ASSUMPTIONS,
    ...VOICE_ASSUMPTIONS,
    ...CERTIFICATE_ASSUMPTIONS,
    ...NOTE_ASSUMPTIONS,
  ].map(({ id, title, why }) => [id, `${title}。${why}`] as const),
  ...Object.entries(ROUTING_ASSUMPTIONS).map(([id, { words }]) => [id, words] as const),
]);

/** A clause, article or fact as it is shown. An id that nobody registered is shown as it is: a citation is never dropped. */
export const citations = (ids: readonly string[]): CitationView[] => ids.map((id) => citationOf(id) ?? { id, label: id, gist: '' });

/** A declared assumption of ours, said to be one. */
export const assumptionCitation = (id: string): CitationView => ({
  id,
  label: '我们的约定（文件没有写）',
  gist: ASSUMPTIONS.get(id) ?? '',
});

/** A sentence with what it rests on: clauses, and the assumption where there is one. */
export const cited = (sentence: string, clauses: readonly string[], assumption?: string): CitedSentence => ({
  sentence,
  clauses: [...citations(clauses), ...(assumption ? [assumptionCitation(assumption)] : [])],
});
