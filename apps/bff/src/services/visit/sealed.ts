import type { visits } from '../../db/authentication.ts';
import type { PersonOnPaper } from '../authentication/whom.ts';
import type { Context } from '../context.ts';

export type VisitRow = typeof visits.$inferSelect;

/** Where each sealed value of a visit lies. */
export const visitPlace = {
  person: (id: string) => `visit.person:${id}`,
  asked: (id: string) => `visit.asked:${id}`,
  arranged: (id: string) => `visit.arranged:${id}`,
  done: (id: string) => `visit.done:${id}`,
  tryNote: (id: string) => `visit.try:${id}`,
};

/** Where to come to and how to reach the person, as who asked said it. */
export interface Asked {
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly note?: string | undefined;
}
export interface Arranged {
  readonly visitors: readonly string[];
  readonly code: string;
}
export interface Done {
  readonly visitors: readonly string[];
  readonly note: string;
}

export const personOfVisit = (ctx: Context, row: VisitRow): PersonOnPaper =>
  ctx.cipher.openJson<PersonOnPaper>(visitPlace.person(row.id), row.personSealed);
export const askedOf = (ctx: Context, row: VisitRow): Asked => ctx.cipher.openJson<Asked>(visitPlace.asked(row.id), row.askedSealed);
export const arrangedOf = (ctx: Context, row: VisitRow): Arranged | undefined =>
  row.arrangedSealed ? ctx.cipher.openJson<Arranged>(visitPlace.arranged(row.id), row.arrangedSealed) : undefined;
