import { isCivilDate } from '@assist/policy';

/** `path` like `members/0/birthDate`; `''` is the whole. `problem` never repeats what was entered. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}

/** Looks at one value and adds what is wrong with it. */
export type Check = (value: unknown, path: string, problems: Problem[]) => void;

/** Absent is fine: it means "not known yet". */
export function optional(check: Check): Check {
  return (value, path, problems) => {
    if (value !== undefined) check(value, path, problems);
  };
}

/** `false` says that there is none. */
export function orNone(check: Check): Check {
  return (value, path, problems) => {
    if (value !== false) check(value, path, problems);
  };
}

/** An object with these fields and no others: a field nobody knows is a slip of the pen that a rule would never see. */
export function object(fields: Readonly<Record<string, Check>>): Check {
  return (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ path, problem: '要一组字段' });
      return;
    }
    const given = value as Readonly<Record<string, unknown>>;
    for (const [name, check] of Object.entries(fields)) check(given[name], join(path, name), problems);
    for (const name of Object.keys(given))
      if (!Object.hasOwn(fields, name)) problems.push({ path: join(path, name), problem: '没有这个字段' });
  };
}

export function list(check: Check): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ path, problem: '要一个列表' });
      return;
    }
    value.forEach((item, index) => {
      check(item, join(path, String(index)), problems);
    });
  };
}

export function oneOf(values: readonly (string | number)[]): Check {
  return (value, path, problems) => {
    if (!(values as readonly unknown[]).includes(value)) problems.push({ path, problem: `要是这些中的一个：${values.join('、')}` });
  };
}

/** A short id; the longest a phone makes. */
export function word(): Check {
  return (value, path, problems) => {
    if (typeof value !== 'string' || value === '' || value.length > 64 || value.includes('/'))
      problems.push({ path, problem: '要一小段文字，不能有斜杠' });
  };
}

export const flag: Check = (value, path, problems) => {
  if (typeof value !== 'boolean') problems.push({ path, problem: '要是或否' });
};

export const date: Check = (value, path, problems) => {
  if (!isCivilDate(value)) problems.push({ path, problem: '要一个真实的日子（年-月-日，如 1980-05-01）' });
};

/** Integer fen, not negative. */
export const money: Check = (value, path, problems) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) problems.push({ path, problem: '金额要以分为单位的整数' });
  else if (value < 0) problems.push({ path, problem: '金额不能是负数' });
  else if (value > MOST) problems.push({ path, problem: '金额太大，没法计算' });
};

/** Ten thousand million yuan: sums of many such stay exact integers. */
const MOST = 1_000_000_000_000;

export const whole: Check = (value, path, problems) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) problems.push({ path, problem: '要零或正整数' });
};

export const real: Check = (value, path, problems) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) problems.push({ path, problem: '要零或正数' });
};

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
