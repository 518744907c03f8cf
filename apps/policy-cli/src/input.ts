import type { CivilDate } from '@assist/policy';
import { isCivilDate } from '@assist/policy';
import type { Household, Problem } from '@assist/policy-chongqing';
import { validateHousehold } from '@assist/policy-chongqing';
import type { Surroundings } from './command.ts';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

const wrong = (path: string, problem: string): Read<never> => ({ ok: false, problems: [{ path, problem }] });

/** Reads a file (`-` is standard input) as JSON. What is in it is never repeated in a problem. */
export function readJson(around: Surroundings, path: string | undefined): Read<unknown> {
  if (path === undefined) return wrong('', '要写文件名（- 表示从标准输入读）');
  let text: string;
  try {
    text = around.read(path);
  } catch {
    return wrong('', '打不开这个文件');
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return wrong('', '不是 JSON');
  }
}

export interface Assessed {
  readonly household: Household;
  readonly on: CivilDate;
}

/** A household on a day: the file is the household itself, or `{ "on": …, "household": … }`; `--on` stands above both. */
export function readHousehold(around: Surroundings, path: string | undefined): Read<Assessed> {
  const read = readJson(around, path);
  if (!read.ok) return read;
  const wrapped = isRecord(read.value) && 'household' in read.value ? read.value : undefined;
  const on = around.flags.on ?? wrapped?.on ?? around.today();
  if (!isCivilDate(on)) return wrong('on', '要一个真实的日子（年-月-日）');
  const household = wrapped === undefined ? read.value : wrapped.household;
  const prefix = wrapped === undefined ? '' : 'household/';
  const problems = validateHousehold(household, on).map((one) => (one.path === 'on' ? one : { ...one, path: `${prefix}${one.path}` }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { household: household as Household, on } };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
