import type { Clause, ClauseClass } from '@assist/policy';

/**
 * Where a clause lives in this product: a rule of assessment, a step, role, review or clock of a procedure, a life event, routing, a posting,
 * authentication, a screen of a resident or a clerk, a service behind the screens, or nowhere, because no program can do it.
 */
export type Home = 'rule' | 'procedure' | 'life-event' | 'routing' | 'posting' | 'authentication' | 'screen' | 'service' | 'organisational';

export interface RegisteredClause extends Clause {
  readonly home: Home;
  /** Which part of the product, or for `organisational` why no program can do it. */
  readonly where: string;
}

/** Place in the document, our own gist, who acts, class, home, where. */
export type Row = readonly [id: string, place: string, gist: string, actor: string, kind: ClauseClass, home: Home, where: string];

/** Makes the clauses of one document; ids are written without the document's own prefix. */
export function clausesOf(document: string, from: Clause['from'], rows: readonly Row[]): readonly RegisteredClause[] {
  return rows.map(([id, place, gist, actor, kind, home, where]) => ({
    id: `${document}-${id}`,
    document,
    place,
    gist,
    actor,
    ...(from ? { from } : {}),
    class: kind,
    home,
    where,
  }));
}
