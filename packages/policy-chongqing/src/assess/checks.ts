import { isCivilDate } from '@assist/policy';

/** `path` like `members/0/birthDate`; `''` is the whole. `problem` never repeats what was entered. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}

/** JSON Schema (2020-12) of what a check lets through, as far as a schema can say it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Looks at one value and adds what is wrong with it, with the path from here; whoever holds the value puts its name before. So what is
 * in order costs no path. Its schema says the same to other programs.
 */
export interface Check {
  (value: unknown, problems: Problem[]): void;
  readonly schema: JsonSchema;
  readonly optional?: true;
}

export function check(schema: JsonSchema, look: (value: unknown, problems: Problem[]) => void): Check {
  return Object.assign((value: unknown, problems: Problem[]) => look(value, problems), { schema });
}

/** One thing that may be wrong with a value. */
function simple(schema: JsonSchema, isRight: (value: unknown) => boolean, problem: string): Check {
  return check(schema, (value, problems) => {
    if (!isRight(value)) problems.push({ path: '', problem });
  });
}

/** Absent is fine: it means "not known yet". */
export function optional(inner: Check): Check {
  const look = check(inner.schema, (value, problems) => {
    if (value !== undefined) inner(value, problems);
  });
  return Object.assign(look, { optional: true as const });
}

/** `false` says that there is none. */
export function orNone(inner: Check): Check {
  return check({ anyOf: [{ const: false }, inner.schema] }, (value, problems) => {
    if (value !== false) inner(value, problems);
  });
}

/** An object with these fields and no others: a field nobody knows is a slip of the pen that a rule would never see. */
export function object(fields: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(fields);
  const checks = Object.values(fields);
  return check(objectSchema(fields), (value, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ path: '', problem: '要一组字段' });
      return;
    }
    const given = value as Readonly<Record<string, unknown>>;
    let known = 0;
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as string;
      const inner = given[name];
      if (inner !== undefined) known += 1;
      within(name, problems, checks[at] as Check, inner);
    }
    if (countOf(given) === known) return;
    for (const name of Object.keys(given)) if (!Object.hasOwn(fields, name)) problems.push({ path: name, problem: '没有这个字段' });
  });
}

function countOf(given: object): number {
  let count = 0;
  for (const _ in given) count += 1;
  return count;
}

/** Looks at what stands under a name, and puts the name before the path of whatever is wrong there. */
function within(name: string, problems: Problem[], inner: Check, value: unknown): void {
  const before = problems.length;
  inner(value, problems);
  for (let at = before; at < problems.length; at++) {
    const { path, problem } = problems[at] as Problem;
    problems[at] = { path: path === '' ? name : `${name}/${path}`, problem };
  }
}

export function list(inner: Check): Check {
  return check({ type: 'array', items: inner.schema }, (value, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ path: '', problem: '要一个列表' });
      return;
    }
    for (let at = 0; at < value.length; at++) within(String(at), problems, inner, value[at]);
  });
}

export function oneOf(values: readonly (string | number)[]): Check {
  const known: ReadonlySet<unknown> = new Set(values);
  return simple({ enum: values }, (value) => known.has(value), `要是这些中的一个：${values.join('、')}`);
}

/** A short id; the longest a phone makes. */
export function word(): Check {
  return simple(
    { type: 'string', minLength: 1, maxLength: 64, pattern: '^[^/]+$' },
    (value) => typeof value === 'string' && value !== '' && value.length <= 64 && !value.includes('/'),
    '要一小段文字，不能有斜杠',
  );
}

export const flag = simple({ type: 'boolean' }, (value) => typeof value === 'boolean', '要是或否');

export const date = simple({ type: 'string', format: 'date' }, isCivilDate, '要一个真实的日子（年-月-日，如 1980-05-01）');

/** Ten thousand million yuan: sums of many such stay exact integers. */
const MOST = 1_000_000_000_000;

/** Integer fen, not negative. */
export const money = check(
  { type: 'integer', minimum: 0, maximum: MOST, description: '金额，以分为单位（100 分是 1 元）' },
  (value, problems) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) problems.push({ path: '', problem: '金额要以分为单位的整数' });
    else if (value < 0) problems.push({ path: '', problem: '金额不能是负数' });
    else if (value > MOST) problems.push({ path: '', problem: '金额太大，没法计算' });
  },
);

export const whole = simple(
  { type: 'integer', minimum: 0 },
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  '要零或正整数',
);

export const real = simple(
  { type: 'number', minimum: 0 },
  (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  '要零或正数',
);

function objectSchema(fields: Readonly<Record<string, Check>>): JsonSchema {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, inner]) => [name, inner.schema]));
  const required = Object.keys(fields).filter((name) => fields[name]?.optional !== true);
  return { type: 'object', properties, required, additionalProperties: false };
}
