import type { DatedTable } from './dated-values.ts';
import type { CivilDate, DivisionCode } from './units.ts';

export type AnyTable = DatedTable<unknown>;

/**
 * A day, a place and the tables in force there: all of an assessment that does not depend on the household. Assessments come in crowds
 * of one day and district, so what was looked up for the one before is kept here.
 */
export interface Setting {
  readonly on: CivilDate;
  readonly district: DivisionCode;
  /** Tables looked at instead of the real ones, by id: for "what if" only, never for a receipt. */
  readonly instead: ReadonlyMap<string, AnyTable> | undefined;
  /** Values looked up already, by slot. */
  readonly found: unknown[];
}

let slots = 0;
const NOTHING = Symbol('nothing');

/** Keeps what was looked up for as long as the setting is the same. `undefined` is an answer too: nothing was found. */
export function keptInSetting<Value>(look: (setting: Setting) => Value): (setting: Setting) => Value {
  const slot = slots++;
  return (setting) => {
    const held = setting.found[slot];
    if (held !== undefined) return (held === NOTHING ? undefined : held) as Value;
    const value = look(setting);
    setting.found[slot] = value === undefined ? NOTHING : value;
    return value;
  };
}

let real: Setting | undefined;
let supposed: Setting | undefined;

/** The setting of the last assessment where it is the same one; real tables and supposed ones each have a last one. */
export function settingOf(on: CivilDate, district: DivisionCode, instead: ReadonlyMap<string, AnyTable> | undefined): Setting {
  const last = instead === undefined ? real : supposed;
  if (last !== undefined && last.on === on && last.district === district && last.instead === instead) return last;
  const setting = { on, district, instead, found: new Array<unknown>(slots) };
  if (instead === undefined) real = setting;
  else supposed = setting;
  return setting;
}
