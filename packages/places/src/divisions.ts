import type { DivisionCode } from '@assist/policy';
import { DISTRICTS, PROVINCES, TOWNSHIPS } from './divisions.gen.ts';

export interface Division {
  /** 6 digits for a province or district, 9 for a township. */
  readonly code: DivisionCode;
  readonly name: string;
}

const CITY = '500000';

/** Not in the statistical table, and still places where somebody can live. Codes of GB/T 2260. */
const BEYOND: Readonly<Record<string, string>> = { '710000': '台湾省', '810000': '香港特别行政区', '820000': '澳门特别行政区' };

// Maps, not objects: a code comes from outside, and `toString` is no district.
const PROVINCE_NAMES = new Map(Object.entries({ ...PROVINCES, ...BEYOND }));
const DISTRICT_NAMES = new Map(Object.entries(DISTRICTS));
const TOWNSHIPS_OF = new Map(Object.entries(TOWNSHIPS).map(([district, row]) => [district, parse(district, row)]));
const TOWNSHIP_NAMES = new Map([...TOWNSHIPS_OF.values()].flat().map(({ code, name }) => [code as string, name]));

/** The provinces of the country, for a registration or residence outside Chongqing; Chongqing itself is among them. */
export function provinces(): readonly Division[] {
  return list(PROVINCE_NAMES);
}

/**
 * The 38 districts and counties of Chongqing by the division codes of `DIVISIONS_AS_OF`. Two of them were dissolved since:
 * who handles their townships now is in the handling offices, the codes people have on their papers are these.
 */
export function districts(): readonly Division[] {
  return list(DISTRICT_NAMES);
}

/** @returns the townships of a district in the order of their codes; empty where the district is not one of Chongqing's. */
export function townshipsOf(district: DivisionCode): readonly Division[] {
  return TOWNSHIPS_OF.get(district) ?? [];
}

/** Name of a province, district or township alone; of a 12-digit code, its township's. Undefined where the code is not in the tables. */
export function divisionName(code: DivisionCode): string | undefined {
  if (code.length === 6) return DISTRICT_NAMES.get(code) ?? PROVINCE_NAMES.get(code);
  if (/^\d{9}(\d{3})?$/.test(code)) return TOWNSHIP_NAMES.get(code.slice(0, 9));
  return undefined;
}

/** District and township together, as one says it: 九龙坡区杨家坪街道. Undefined where the code is not in the tables. */
export function fullName(code: DivisionCode): string | undefined {
  const own = divisionName(code);
  if (own === undefined || code.length === 6) return own;
  return `${DISTRICT_NAMES.get(code.slice(0, 6))}${own}`;
}

/** Whether the tables hold this code. Outside Chongqing they hold provinces only. */
export function isKnown(code: DivisionCode): boolean {
  return divisionName(code) !== undefined;
}

/** Whether a known code lies in Chongqing, the city itself included. */
export function isInChongqing(code: DivisionCode): boolean {
  return code === CITY || (isKnown(code) && DISTRICT_NAMES.has(code.slice(0, 6)));
}

function list(table: ReadonlyMap<string, string>): readonly Division[] {
  return [...table].map(([code, name]) => ({ code: code as DivisionCode, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function parse(district: string, row: string): readonly Division[] {
  return row.split(' ').map((entry) => ({ code: `${district}${entry.slice(0, 3)}` as DivisionCode, name: entry.slice(3) }));
}
