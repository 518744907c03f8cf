import type { Certainty } from './receipt.ts';
import type { CivilDate, DivisionCode } from './units.ts';

/** A: the resident's side. B: what the township's side must enforce. C: organisational, nothing a program can do. */
export type ClauseClass = 'A' | 'B' | 'A+B' | 'C';

/** More particular and newer wins; what conflicts is declared. */
export type Level = 'nation' | 'city' | 'district';

/** A document as data. Its sentences never stand here. */
export interface PolicyDocument {
  /** Stable short id, e.g. `YM239`. */
  readonly id: string;
  /** 文号 as residents would see it, e.g. `渝民〔2022〕239号`. */
  readonly number: string;
  readonly title: string;
  readonly level: Level;
  /** The district it binds, where it is a district's. */
  readonly district?: DivisionCode;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly certainty: Certainty;
}

/** One clause as data, in our own words. */
export interface Clause {
  /** Stable id, e.g. `YM239-1-4a`. */
  readonly id: string;
  /** Id of its `PolicyDocument`. */
  readonly document: string;
  /** Place in the document, e.g. `一（四）`. */
  readonly place: string;
  /** One sentence of our own saying what it asks for. */
  readonly gist: string;
  /** Who acts, e.g. `镇街`. */
  readonly actor: string;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly class: ClauseClass;
}

/** What a resident or an officer is shown of a clause or a fact that a finding cites. */
export interface Citation {
  readonly id: string;
  /** e.g. `渝民〔2022〕239号 一（四）`. */
  readonly label: string;
  readonly gist: string;
}

/** Two texts that say different things, the side taken, and why. Undeclared ones fail a test. */
export interface DeclaredConflict {
  readonly id: string;
  readonly title: string;
  /** Ids of the clauses, facts or dated values that disagree. */
  readonly between: readonly string[];
  /** The one followed (an id of `between`), or `officer` where a person decides. */
  readonly taken: string;
  readonly why: string;
}

/** Something no document found says, which the product had to decide. */
export interface DeclaredAssumption {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Clauses or facts it stands beside. */
  readonly beside: readonly string[];
}
