import type { Area, DatedTable, DatedValue } from './dated-values.ts';
import { valueOn } from './dated-values.ts';
import type { Run } from './run.ts';
import { keptInRun } from './run.ts';
import type { AnyTable } from './setting.ts';
import { keptInSetting } from './setting.ts';
import type { CivilDate } from './units.ts';
import { valuesOf } from './values.ts';

/** Something a rule may need: facts of the subject, dated values, or what was derived from them. */
export interface Source<Subject, Value> {
  readonly id: string;
  /** Ids of every fact this reads, directly or not. */
  readonly facts: readonly string[];
  /** Dated tables this reads, directly or not. */
  readonly tables: readonly AnyTable[];
  /** Its answer differs from member to member, so it is not kept for the whole assessment. */
  readonly perItem?: boolean;
  /** Its answer is the setting's, whatever the subject: it is asked once for a crowd of them. */
  readonly ofSetting?: boolean;
  resolve(run: Run<Subject>): Value;
}

/** Names to sources; a rule's `decide` gets the same names with their values, and nothing else. */
export type Needs<Subject> = Readonly<Record<string, Source<Subject, unknown>>>;
export type Values<N> = { readonly [K in keyof N]: N[K] extends Source<never, infer V> ? V : never };

/** A fact of the subject. `undefined` is "not known yet". */
export function fact<Subject, Value>(id: string, read: (subject: Subject) => Value | undefined): Source<Subject, Value | undefined> {
  return { id, facts: [id], tables: [], resolve: (run) => read(run.subject) };
}

/**
 * The people (or things) of a list, of whom a rule sees the declared fields and nothing more: another field is no part of their type,
 * and a test that watches what is really read holds every rule to it.
 */
export function listOf<Subject, Item extends object, Key extends keyof Item & string>(
  path: string,
  read: (subject: Subject) => readonly Item[],
  keys: readonly Key[],
): Source<Subject, readonly Pick<Item, Key>[]> {
  return { id: `${path}(${keys.join(',')})`, facts: fieldsOf(path, keys), tables: [], resolve: (run) => read(run.subject) };
}

/** The one member a rule runs for, with the declared fields. Only inside `eachOf`. */
export function itemOf<Subject, Item extends object, Key extends keyof Item & string>(
  path: string,
  read: (subject: Subject) => readonly Item[],
  keys: readonly Key[],
): Source<Subject, Pick<Item, Key>> {
  return {
    id: `${path}[](${keys.join(',')})`,
    facts: fieldsOf(path, keys),
    tables: [],
    perItem: true,
    resolve: (run) => read(run.subject)[run.member] as Item,
  };
}

function fieldsOf(path: string, keys: readonly string[]): readonly string[] {
  return keys.map((key) => `${path}.${key}`);
}

/** Something computed from other sources, and from nothing else: once per assessment, or once a member where a need is a member's. */
export function derived<Subject, N extends Needs<Subject>, Value>(
  id: string,
  needs: N,
  compute: (values: Values<N>, on: CivilDate) => Value,
): Source<Subject, Value> {
  const sources = Object.values(needs) as Source<Subject, unknown>[];
  const perItem = sources.some((source) => source.perItem === true);
  const valuesIn = valuesOf<Subject, N>(needs);
  const resolve = (run: Run<Subject>) => compute(valuesIn(run), run.on);
  return {
    id,
    facts: unionOf(sources.map((source) => source.facts)),
    tables: unionOf(sources.map((source) => source.tables)),
    perItem,
    resolve: perItem ? resolve : keptInRun(resolve),
  };
}

/** A dated value in force on the day, in the district. `undefined` where nothing was found. */
export function inForce<Subject, Value>(table: DatedTable<Value>, area?: Area): Source<Subject, DatedValue<Value> | undefined> {
  const look = keptInSetting(({ on, district, instead }) =>
    valueOn((instead?.get(table.id) as DatedTable<Value> | undefined) ?? table, on, district, area),
  );
  return {
    id: area === undefined ? table.id : `${table.id}/${area}`,
    facts: [],
    tables: [table as AnyTable],
    ofSetting: true,
    resolve: (run) => look(run.setting),
  };
}

/** For the kernel only: a source that may look at the whole run. Rules cannot make one. */
export function derivedFromRun<Subject, Value>(
  id: string,
  facts: readonly string[],
  tables: readonly AnyTable[],
  compute: (run: Run<Subject>) => Value,
): Source<Subject, Value> {
  return { id, facts, tables, resolve: keptInRun(compute) };
}

export function unionOf<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())];
}
