import { NODES } from '../assess/explain-with.ts';
import { NOTICE_CLAUSES } from '../assess/notices.ts';
import { COUNTING_CLAUSES } from '../assess/who-counts.ts';
import { citationOf } from '../clauses/index.ts';
import { TABLES } from '../values/tables.ts';

/** Ids, labels and gists of all that an assessment can cite, as the text of `citations.gen.ts`. */
export function citationsModule(): string {
  const ids = new Set([...NODES.values()].flatMap((node) => node.clauses));
  for (const clauses of [...Object.values(NOTICE_CLAUSES), ...Object.values(COUNTING_CLAUSES)]) for (const id of clauses) ids.add(id);
  for (const table of TABLES) for (const row of table.rows) ids.add(row.source);
  const rows = [...ids].sort().map((id) => JSON.stringify([id, citationOf(id)?.label ?? id, citationOf(id)?.gist ?? '']));
  return `// Written by scripts/approve-pages.ts; do not edit.\nexport const CITED: readonly (readonly [id: string, label: string, gist: string])[] = [\n  ${rows.join(',\n  ')},\n];\n`;
}
