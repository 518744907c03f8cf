import type { Certainty, DivisionCode } from '@assist/policy';
import { type Authority, LIVE_DISTRICTS, REASSIGNMENTS, type Reassignment } from './authorities.ts';
import { DIVISIONS_AS_OF } from './divisions.gen.ts';
import { districts, divisionName, townshipsOf } from './divisions.ts';

/** The office that handles the cases of a township. A table of its own: a division code alone does not say who handles. */
export interface HandlingOffice {
  /** Key of the township's queue; the nine digits people's papers carry. */
  readonly id: DivisionCode;
  /** 杨家坪街道办事处, 华岩镇人民政府. */
  readonly name: string;
  readonly authority: Authority;
  /** Somebody reads this office's queue on this system. Only then may anything be accepted for it. */
  readonly live: boolean;
  /** Never invented: null is "no source says so". */
  readonly phone: string | null;
  readonly certainty: Certainty;
  readonly source: string;
  /** What is not known about it, in words; empty where nothing is open. */
  readonly unknown: readonly string[];
}

const NO_PHONE = '办公电话没有查到。';

/**
 * @param code a township (9 digits) or a village in it (12); for a district see `authorityOf`.
 * @returns undefined where the code is no township of Chongqing.
 */
export function handlingOffice(code: DivisionCode): HandlingOffice | undefined {
  const id = code.slice(0, 9) as DivisionCode;
  const name = divisionName(code);
  if (id.length !== 9 || name === undefined) return undefined;
  const reassigned = REASSIGNMENTS.find((entry) => covers(entry, id));
  const authority = reassigned?.authority ?? districtAuthority(id.slice(0, 6) as DivisionCode);
  return {
    id,
    name: name.endsWith('街道') ? `${name}办事处` : `${name}人民政府`,
    authority,
    live: authority.live,
    phone: null,
    certainty: reassigned?.certainty ?? 'page',
    source: reassigned?.source ?? `国家统计局统计用区划代码（${DIVISIONS_AS_OF}）`,
    unknown: reassigned ? [NO_PHONE, reassigned.unknown] : [NO_PHONE],
  };
}

/** All offices of Chongqing in the order of their codes, or those of one district's codes. */
export function handlingOffices(district?: DivisionCode): readonly HandlingOffice[] {
  const codes = (district ? [{ code: district }] : districts()).flatMap(({ code }) => townshipsOf(code));
  return codes.map(({ code }) => handlingOffice(code) as HandlingOffice);
}

/** The authorities that handle a district's townships today: one for most, two for the districts that were divided. */
export function authoritiesOf(district: DivisionCode): readonly Authority[] {
  const all = handlingOffices(district).map((office) => office.authority);
  return all.filter((authority, index) => all.findIndex((other) => other.id === authority.id) === index);
}

function covers({ districts: whole = [], except = [], townships = [] }: Reassignment, township: DivisionCode): boolean {
  return townships.includes(township) || (whole.includes(township.slice(0, 6)) && !except.includes(township));
}

function districtAuthority(district: DivisionCode): Authority {
  const name = divisionName(district) ?? '';
  return { id: district, name, kind: 'district', department: `${name}民政局`, live: LIVE_DISTRICTS.includes(district) };
}
