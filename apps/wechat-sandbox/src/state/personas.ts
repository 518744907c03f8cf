import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A person who holds a phone with WeChat on it. Sample data only. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly openid: string;
  readonly phone: string;
  readonly countryCode: string;
  /** High-risk account: its login codes are answered with 40226. */
  readonly blocked: boolean;
  /** Their identity card, where the authority's database knows them. */
  readonly idNumber?: string | undefined;
}

interface PersonaWish {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly idNumber?: string | undefined;
}

export interface Personas {
  list(): Persona[];
  get(id: string): Persona | undefined;
  byOpenid(openid: string): Persona | undefined;
  /** Undefined when the id is taken. */
  create(given: PersonaWish): Persona | undefined;
  setBlocked(id: string, blocked: boolean): Persona | undefined;
}

/** The two sample residents. Their openids never change: a database filled yesterday knows them today. */
export const SAMPLE_PERSONAS: readonly Persona[] = [
  {
    id: 'zhou',
    name: '周德明',
    openid: 'oSbx0zhou0demingSample000001',
    phone: '13900001001',
    countryCode: '86',
    blocked: false,
    idNumber: '500107195803040016',
  },
  {
    id: 'li',
    name: '李素芬',
    openid: 'oSbx0li00sufenSample00000002',
    phone: '13900001002',
    countryCode: '86',
    blocked: false,
    idNumber: '500107196303120022',
  },
];

/** @param file where personas are kept; without it they last as long as the process */
export function createPersonas(appid: string, file?: string): Personas {
  const kept = new Map<string, Persona>();
  for (const persona of SAMPLE_PERSONAS) kept.set(persona.id, persona);
  if (file !== undefined && existsSync(file)) {
    for (const persona of JSON.parse(readFileSync(file, 'utf8')).personas as Persona[])
      kept.set(persona.id, { ...kept.get(persona.id), ...persona });
  }

  const keep = (persona: Persona): Persona => {
    kept.set(persona.id, persona);
    if (file !== undefined) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify({ personas: [...kept.values()] }, null, 2));
      renameSync(`${file}.new`, file);
    }
    return persona;
  };

  return {
    list: () => [...kept.values()],
    get: (id) => kept.get(id),
    byOpenid: (openid) => [...kept.values()].find((persona) => persona.openid === openid),
    create(given) {
      const number = kept.size + 1;
      const id = given.id ?? `resident-${number}`;
      if (kept.has(id)) return undefined;
      const phone = given.phone ?? `1390000${String(1000 + number)}`;
      const name = given.name ?? `样例居民${number}`;
      const openid = openidOf(appid, id);
      return keep({ id, name, openid, phone, countryCode: '86', blocked: false, ...(given.idNumber && { idNumber: given.idNumber }) });
    },
    setBlocked(id, blocked) {
      const persona = kept.get(id);
      return persona === undefined ? undefined : keep({ ...persona, blocked });
    },
  };
}

/** 28 characters beginning with `o`, the same for the same person of the same mini-program. */
function openidOf(appid: string, id: string): string {
  return `o${createHash('sha256').update(`${appid}:${id}`).digest('base64url').slice(0, 27)}`;
}
