/**
 * A migration runs while the version before it still answers: it only adds. What takes away or changes (contract) comes with a later version,
 * in a file that says why nobody needs it any more: a line `-- contract: why`. What holds a table for long says why it does not: `-- quick: why`.
 */
interface Rule {
  readonly what: string;
  readonly found: RegExp;
  /** Which line excuses it. */
  readonly unless: 'contract' | 'quick';
  /** On a table that this very file makes it does no harm. */
  readonly table?: true;
}

const NAME = '(?:only )?(?:if (?:not )?exists )?(?:public\\.)?"?([a-z_]+)"?';
const RULES: readonly Rule[] = [
  { what: 'takes something away', found: /\bdrop (table|column|view|type|schema|sequence|index)\b/, unless: 'contract' },
  { what: 'renames', found: /\brename (to|column|constraint)\b/, unless: 'contract' },
  { what: 'takes rights away', found: /^revoke\b(?:[^()]*\bon ([a-z_]+) from\b)?/, unless: 'contract', table: true },
  {
    what: 'changes a type',
    found: new RegExp(`^alter table ${NAME}.*\\balter (?:column )?\\w+ (?:set data )?type\\b`),
    unless: 'contract',
    table: true,
  },
  {
    what: 'asks for a value that the old version does not write',
    found: new RegExp(`^alter table ${NAME}.*\\bset not null\\b`),
    unless: 'contract',
    table: true,
  },
  {
    what: 'adds a column that the old version does not write',
    found: new RegExp(
      `^alter table ${NAME}.*\\badd (?:column )?(?!constraint)(?:(?!default|generated|,).)*\\bnot null\\b(?:(?!default|generated|,).)*(?:,|$)`,
    ),
    unless: 'contract',
    table: true,
  },
  {
    what: 'looks at every row with the table held',
    found: new RegExp(`^alter table ${NAME}.*\\badd (?:constraint \\w+ )?(?:check|foreign key)\\b(?!.*\\bnot valid\\b)`),
    unless: 'quick',
    table: true,
  },
  {
    what: 'builds an index with the table held',
    found: new RegExp(`^create (?:unique )?index (?!concurrently)(?:if not exists )?\\w+ on ${NAME}`),
    unless: 'quick',
    table: true,
  },
  { what: 'writes every row', found: new RegExp(`^(?:update|delete from) ${NAME}(?!.*\\bwhere\\b)`), unless: 'quick', table: true },
  { what: 'holds a table', found: /^(?:lock table|truncate|cluster|vacuum full|reindex) /, unless: 'quick' },
];

/** How one file breaks the rules, a line each; none where the version before it can go on. */
export function brokenRules(text: string): string[] {
  const excused = new Set([...text.matchAll(/^-- (contract|quick): \S.*$/gm)].map((match) => match[1]));
  const statements = statementsOf(text);
  const made = new Set(statements.flatMap((one) => new RegExp(`^create (?:unlogged )?table ${NAME}`).exec(one)?.[1] ?? []));
  return RULES.flatMap(({ what, found, unless, table }) =>
    excused.has(unless)
      ? []
      : statements.flatMap((one) => {
          const match = found.exec(one);
          return match && !(table && made.has(match[1] ?? '')) ? [`${what}: ${one.slice(0, 80)}`] : [];
        }),
  );
}

/** In small letters and one line each, without comments and without the bodies of functions. */
const statementsOf = (text: string): string[] =>
  text
    .replace(/--.*$/gm, '')
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
    .split(';')
    .map((one) => one.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter(Boolean);
