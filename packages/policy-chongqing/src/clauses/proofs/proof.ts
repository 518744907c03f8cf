/**
 * That clauses are covered: the test that fails when they are broken, and a way to break them. The script breaks the source as the test
 * loads it (nothing on disk changes) and shows that the test fails.
 */
export interface Proof {
  readonly clauses: readonly string[];
  /** Below the package, e.g. `src/postings/postings.test.ts`; below the repository where it begins with `apps/`. */
  readonly file: string;
  /** Part of the test's title. */
  readonly title: string;
  /** Where the title stands, when it is not in the test file itself. */
  readonly titleIn?: string;
  readonly breaks: { readonly file: string; readonly find: string; readonly replace: string };
}

/** Proofs of one test file: clauses, title, file to break, what to find in it, what to put there. */
export type ProofRow = readonly [clauses: string, title: string, breakFile: string, find: string, replace: string, titleIn?: string];

export function proofsOf(file: string, rows: readonly ProofRow[]): readonly Proof[] {
  return rows.map(([clauses, title, breakFile, find, replace, titleIn]) => ({
    clauses: clauses.split(' '),
    file,
    title,
    ...(titleIn ? { titleIn } : {}),
    breaks: { file: breakFile, find, replace },
  }));
}
