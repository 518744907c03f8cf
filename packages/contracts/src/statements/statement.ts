/** What a person is shown and agrees to or signs, each on a record of its own. */
export const STATEMENT_IDS = [
  'privacy-notice',
  'sensitive-data',
  'cross-check',
  'truthfulness',
  'face',
  'face-to-sign',
  'video',
  'begin-with-person',
  'declaration',
] as const;
export type StatementId = (typeof STATEMENT_IDS)[number];

export interface Statement {
  readonly id: StatementId;
  /** Day of this wording. A change of any character is a new version. */
  readonly version: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Clauses and articles it rests on. */
  readonly clauses: readonly string[];
}

/** Exactly the text that is shown and hashed. */
export const statementText = (s: Statement): string => [s.title, ...s.paragraphs].join('\n');
