import type { Area, DatedTable, DatedValue } from './dated-values.ts';
import { valueOn } from './dated-values.ts';
import type { CivilDate, DivisionCode } from './units.ts';

/** One assessment under way. Only sources read the subject; a rule gets the values of what it declared. */
export interface Run<Subject> {
  readonly subject: Subject;
  readonly on: CivilDate;
  readonly district: DivisionCode;
  /** Results kept by slot, so that many rules share one computation. */
  readonly memo: unknown[];
  /** Position of the member a rule is looking at, or -1. */
  readonly member: number;
  /** Tables looked at instead of the real ones, by id: for "what if" only, never for a receipt. */
  readonly instead?: ReadonlyMap<string, AnyTable>;
}

/** Something a rule may need: facts of the subject, dated values, or what was derived from them. */
export interface Source<Subject, Value> {
  readonly id: string;
  /** Ids of every fact this reads, directly or not. */
  readonly facts: readonly string[];
  /** Dated tables this reads, directly or not. */
  readonly tables: readonly AnyTable[];
  /** Its answer differs from member to member, so it is not kept for the whole assessment. */
  readonly perItem?: boolean;
  /** Read off the subject or a table and not worked out: it may as well be read before it is asked for. */
  readonly direct?: boolean;
  resolve(run: Run<Subject>): Value;
}

export type AnyTable = DatedTable<unknown>;
/** Names to sources; a rule's `decide` gets the same names with their values, and nothing else. */
export type Needs<Subject> = Readonly<Record<string, Source<Subject, unknown>>>;
export type Values<N> = { readonly [K in keyof N]: N[K] extends Source<never, infer V> ? V : never };

let slots = 0;

/** Room for every kept answer, made at once: growing it slot by slot costs more than the assessment. */
export function emptyMemo(): unknown[] {
  return new Array<unknown>(slots);
}

const NOTHING = Symbol('nothing');

/** Keeps a source's answer for the length of one assessment. */
function kept<Subject, Value>(compute: (run: Run<Subject>) => Value): (run: Run<Subject>) => Value {
  const slot = slots++;
  return (run) => {
    const held = run.memo[slot];
    if (held !== undefined) return (held === NOTHING ? undefined : held) as Value;
    const value = compute(run);
    run.memo[slot] = value === undefined ? NOTHING : value;
    return value;
  };
}

/** A fact of the subject. `undefined` is "not known yet". */
export function fact<Subject, Value>(id: string, read: (subject: Subject) => Value | undefined): Source<Subject, Value | undefined> {
  return { id, facts: [id], tables: [], direct: true, resolve: (run) => read(run.subject) };
}

/**
 * The people (or things) of a list, each as a view that has the declared fields and nothing more: another field cannot be
 * read, neither by type nor at run time.
 */
export function listOf<Subject, Item extends object, Key extends keyof Item & string>(
  path: string,
  read: (subject: Subject) => readonly Item[],
  keys: readonly Key[],
): Source<Subject, readonly Pick<Item, Key>[]> {
  const View = viewOf<Item, Key>(keys);
  return {
    id: `${path}(${keys.join(',')})`,
    facts: keys.map((key) => `${path}.${key}`),
    tables: [],
    resolve: kept((run) => read(run.subject).map((item) => new View(item))),
  };
}

/** The one member a rule runs for, as a view of the declared fields. Only inside `eachOf`. */
export function itemOf<Subject, Item extends object, Key extends keyof Item & string>(
  path: string,
  read: (subject: Subject) => readonly Item[],
  keys: readonly Key[],
): Source<Subject, Pick<Item, Key>> {
  const views = listOf(path, read, keys);
  return {
    id: `${path}[](${keys.join(',')})`,
    facts: views.facts,
    tables: [],
    perItem: true,
    resolve: (run) => views.resolve(run)[run.member] as Pick<Item, Key>,
  };
}

/** Something computed from other sources, and from nothing else: once per assessment, or once a member where a need is a member's. */
export function derived<Subject, N extends Needs<Subject>, Value>(
  id: string,
  needs: N,
  compute: (values: Values<N>, on: CivilDate) => Value,
): Source<Subject, Value> {
  const names = Object.keys(needs);
  const sources = names.map((name) => needs[name] as Source<Subject, unknown>);
  const perItem = sources.some((source) => source.perItem === true);
  const valuesIn = valuesOf<Subject, N>(needs);
  const resolve = (run: Run<Subject>) => compute(valuesIn(run), run.on);
  return {
    id,
    facts: unionOf(sources.map((source) => source.facts)),
    tables: unionOf(sources.map((source) => source.tables)),
    perItem,
    resolve: perItem ? resolve : kept(resolve),
  };
}

/**
 * A dated value in force on the day, in the district. `undefined` where nothing was found. The last answer is remembered beside its
 * question: assessments come in crowds of one day and district.
 */
export function inForce<Subject, Value>(table: DatedTable<Value>, area?: Area): Source<Subject, DatedValue<Value> | undefined> {
  let last: { on: CivilDate; district: DivisionCode; table: DatedTable<Value>; value: DatedValue<Value> | undefined } | undefined;
  return {
    id: area === undefined ? table.id : `${table.id}/${area}`,
    facts: [],
    tables: [table as AnyTable],
    direct: true,
    resolve: ({ on, district, instead }) => {
      const asked = instead === undefined ? table : ((instead.get(table.id) as DatedTable<Value> | undefined) ?? table);
      if (last !== undefined && last.on === on && last.district === district && last.table === asked) return last.value;
      last = { on, district, table: asked, value: valueOn(asked, on, district, area) };
      return last.value;
    },
  };
}

/** For the kernel only: a source that may look at the whole run. Rules cannot make one. */
export function derivedFromRun<Subject, Value>(
  id: string,
  facts: readonly string[],
  tables: readonly AnyTable[],
  compute: (run: Run<Subject>) => Value,
): Source<Subject, Value> {
  return { id, facts, tables, resolve: kept(compute) };
}

/**
 * Makes the object a rule reads: the declared names and nothing else. Where every one of them is read off the subject or a table it is a
 * plain object; what has to be worked out is behind a getter, and worked out when it is read.
 */
export function valuesOf<Subject, N extends Needs<Subject>>(needs: N): (run: Run<Subject>) => Values<N> {
  const names = Object.keys(needs);
  const sources = names.map((name) => needs[name] as Source<Subject, unknown>);
  if (sources.every((source) => source.direct === true)) return (run) => plainValues(names, sources, run) as Values<N>;
  const Declared = declaredClass<Subject, N>(needs);
  return (run) => new Declared(run);
}

function plainValues<Subject>(names: readonly string[], sources: readonly Source<Subject, unknown>[], run: Run<Subject>): object {
  const values: Record<string, unknown> = {};
  for (let at = 0; at < names.length; at++) values[names[at] as string] = (sources[at] as Source<Subject, unknown>).resolve(run);
  return values;
}

/** A class made once per rule keeps an assessment from building a new kind of object hundreds of times. */
function declaredClass<Subject, N extends Needs<Subject>>(needs: N): new (run: Run<Subject>) => Values<N> {
  class Declared {
    readonly #run: Run<Subject>;
    constructor(run: Run<Subject>) {
      this.#run = run;
    }
    static {
      for (const name of Object.keys(needs)) {
        const source = needs[name] as Source<Subject, unknown>;
        Object.defineProperty(Declared.prototype, name, {
          enumerable: true,
          get(this: Declared) {
            return source.resolve(this.#run);
          },
        });
      }
    }
  }
  return Declared as unknown as new (
    run: Run<Subject>,
  ) => Values<N>;
}

export function unionOf<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())];
}

function viewOf<Item extends object, Key extends keyof Item & string>(keys: readonly Key[]): new (item: Item) => Pick<Item, Key> {
  class View {
    readonly #item: Item;
    constructor(item: Item) {
      this.#item = item;
    }
    static {
      for (const key of keys) {
        Object.defineProperty(View.prototype, key, {
          enumerable: true,
          get(this: View) {
            return this.#item[key];
          },
        });
      }
    }
  }
  return View as unknown as new (
    item: Item,
  ) => Pick<Item, Key>;
}
