import { isCivilDate } from '@assist/policy';

/** `path` like `members/0/birthDate`; `''` is the whole. `problem` never repeats what was entered. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}

/** JSON Schema (2020-12) of what a check lets through, as far as a schema can say it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Looks at one value and adds what is wrong with it. Its schema says the same to other programs. */
export interface Check {
  (value: unknown, path: string, problems: Problem[]): void;
  readonly schema: JsonSchema;
  readonly optional?: true;
}

export function check(schema: JsonSchema, look: (value: unknown, path: string, problems: Problem[]) => void): Check {
  return Object.assign((value: unknown, path: string, problems: Problem[]) => look(value, path, problems), { schema });
}

/** Absent is fine: it means "not known yet". */
export function optional(inner: Check): Check {
  const look = check(inner.schema, (value, path, problems) => {
    if (value !== undefined) inner(value, path, problems);
  });
  return Object.assign(look, { optional: true as const });
}

/** `false` says that there is none. */
export function orNone(inner: Check): Check {
  return check({ anyOf: [{ const: false }, inner.schema] }, (value, path, problems) => {
    if (value !== false) inner(value, path, problems);
  });
}

/** An object with these fields and no others: a field nobody knows is a slip of the pen that a rule would never see. */
export function object(fields: Readonly<Record<string, Check>>): Check {
  return check(objectSchema(fields), (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ path, problem: '要一组字段' });
      return;
    }
    const given = value as Readonly<Record<string, unknown>>;
    for (const [name, inner] of Object.entries(fields)) inner(given[name], join(path, name), problems);
    for (const name of Object.keys(given))
      if (!Object.hasOwn(fields, name)) problems.push({ path: join(path, name), problem: '没有这个字段' });
  });
}

export function list(inner: Check): Check {
  return check({ type: 'array', items: inner.schema }, (value, path, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ path, problem: '要一个列表' });
      return;
    }
    value.forEach((item, index) => {
      inner(item, join(path, String(index)), problems);
    });
  });
}

export function oneOf(values: readonly (string | number)[]): Check {
  return check({ enum: values }, (value, path, problems) => {
    if (!(values as readonly unknown[]).includes(value)) problems.push({ path, problem: `要是这些中的一个：${values.join('、')}` });
  });
}

/** A short id; the longest a phone makes. */
export function word(): Check {
  return check({ type: 'string', minLength: 1, maxLength: 64, pattern: '^[^/]+$' }, (value, path, problems) => {
    if (typeof value !== 'string' || value === '' || value.length > 64 || value.includes('/'))
      problems.push({ path, problem: '要一小段文字，不能有斜杠' });
  });
}

export const flag = check({ type: 'boolean' }, (value, path, problems) => {
  if (typeof value !== 'boolean') problems.push({ path, problem: '要是或否' });
});

export const date = check({ type: 'string', format: 'date' }, (value, path, problems) => {
  if (!isCivilDate(value)) problems.push({ path, problem: '要一个真实的日子（年-月-日，如 1980-05-01）' });
});

/** Ten thousand million yuan: sums of many such stay exact integers. */
const MOST = 1_000_000_000_000;

/** Integer fen, not negative. */
export const money = check(
  { type: 'integer', minimum: 0, maximum: MOST, description: '金额，以分为单位（100 分是 1 元）' },
  (value, path, problems) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) problems.push({ path, problem: '金额要以分为单位的整数' });
    else if (value < 0) problems.push({ path, problem: '金额不能是负数' });
    else if (value > MOST) problems.push({ path, problem: '金额太大，没法计算' });
  },
);

export const whole = check({ type: 'integer', minimum: 0 }, (value, path, problems) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) problems.push({ path, problem: '要零或正整数' });
});

export const real = check({ type: 'number', minimum: 0 }, (value, path, problems) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) problems.push({ path, problem: '要零或正数' });
});

function objectSchema(fields: Readonly<Record<string, Check>>): JsonSchema {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, inner]) => [name, inner.schema]));
  const required = Object.keys(fields).filter((name) => fields[name]?.optional !== true);
  return { type: 'object', properties, required, additionalProperties: false };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
