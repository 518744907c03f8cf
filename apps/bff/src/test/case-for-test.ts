import { randomUUID } from 'node:crypto';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import type { Household, Income, Member, Recipient } from '@assist/policy-chongqing';
import { fieldCipher } from '../crypto/field-cipher.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import { casePlace } from '../services/case-file/sealed-places.ts';
import type { BffForTest } from './bff-for-test.ts';
import { GUOFU, SUFEN, YANGJIAPING } from './people.ts';

/** A person who told everything and has nothing. */
export const member = (id: string, told: Partial<Member> = {}): Member => ({
  id,
  relation: id === 'm1' ? 'self' : 'spouse',
  birthDate: '1963-03-12' as CivilDate,
  livesTogether: true,
  absence: 'none',
  schooling: 'none',
  disability: false,
  illness: 'none',
  bedriddenMonths: 0,
  work: 'unemployed',
  income: [],
  workCosts: 0 as Fen,
  cannotDoAlone: [],
  receives: [],
  ...told,
});

export const monthly = (yuan: number, kind: Income['kind'] = 'wage'): Income => ({ kind, amount: (yuan * 100) as Fen, per: 'month' });

/** A household of these people that told everything. A district whose figures nobody read in an official paper never gets a stop. */
export const household = (members: readonly Member[] = [member('m1'), member('m2')], told: Partial<Household> = {}): Household => ({
  district: '500107' as DivisionCode,
  area: 'urban',
  members,
  supporters: [],
  assets: { financial: 0 as Fen, vehicles: [], dwellings: [], businesses: 0 },
  spending: [],
  ...told,
});

export interface CaseToPut {
  readonly people?: readonly { readonly name: string; readonly number: string; readonly phone?: string }[];
  readonly household?: Household;
  readonly benefits?: readonly { readonly kind: Recipient; readonly yuan: number; readonly memberId?: string }[];
  readonly officeId?: string;
  readonly taper?: { readonly from: CivilDate; readonly until: CivilDate };
}

/** A household of the register, written as an import writes it. @returns its id */
export async function putCase(bff: BffForTest, asked: CaseToPut = {}): Promise<string> {
  const cipher = fieldCipher(bff.config.fieldKeys);
  const hash = keyedHash(bff.config.hashKeys[0]?.bytes as Buffer);
  const id = randomUUID();
  const { people = [{ ...SUFEN, phone: '13900001002' }, GUOFU], officeId = YANGJIAPING } = asked;
  const facts = asked.household ?? household();
  const benefits = asked.benefits ?? [{ kind: 'subsistence', yuan: 1540 }];
  const at = new Date(bff.clock());
  const amount = benefits.reduce((sum, one) => sum + one.yuan * 100, 0);
  await bff.sql`insert into case_files (id, office_id, district, register_number, area, village, household_sealed, members, amount, kinds,
      last_review, next_review, taper_from, taper_until, fingerprint, created_at, updated_at)
    values (${id}, ${officeId}, ${facts.district}, ${`T-${id.slice(0, 8)}`}, ${facts.area ?? 'urban'}, '前进村', ${cipher.sealJson(casePlace.household(id), facts)},
      ${facts.members.length}, ${amount}, ${benefits.map((one) => one.kind)}, '2026-06-10', '2026-12-10', ${asked.taper?.from ?? null},
      ${asked.taper?.until ?? null}, ${Buffer.alloc(32)}, ${at}, ${at})`;
  for (const [i, one] of facts.members.entries()) {
    const person = people[i] ?? { name: `家人${i + 1}`, number: '' };
    const paper = person.number ? { kind: 'resident-identity', number: person.number } : { kind: 'none-yet', reason: '没有' };
    await bff.sql`insert into case_members (case_id, member_id, office_id, person_sealed, number_hash, phone_sealed, relation)
      values (${id}, ${one.id}, ${officeId}, ${cipher.sealJson(casePlace.person(id, one.id), { name: person.name, paper, birthDate: one.birthDate })},
        ${person.number ? hash.find('paper-number', `resident-identity:${person.number}`) : null},
        ${'phone' in person && person.phone ? cipher.seal(casePlace.phone(id, one.id), person.phone) : null}, ${one.relation})`;
  }
  for (const one of benefits)
    await bff.sql`insert into case_benefits (case_id, kind, member_id, office_id, amount, since)
      values (${id}, ${one.kind}, ${one.memberId ?? ''}, ${officeId}, ${one.yuan * 100}, '2024-03-01')`;
  return id;
}

/** As if a clerk had seen the card: the account's identity is verified. */
export const verify = (bff: BffForTest, accountId: string): Promise<unknown> =>
  bff.sql`update accounts set identity = 'verified', verified_at = ${new Date(bff.clock())} where id = ${accountId}`;

/** All that money hangs on, of every case. */
export const moneyOf = async (bff: BffForTest): Promise<unknown[]> => [
  ...(await bff.sql`
  select c.id, c.amount, c.kinds, c.taper_from, c.taper_until, c.ended_on, b.kind, b.member_id, b.amount as paid, b.since, b.until
  from case_files c left join case_benefits b on b.case_id = c.id order by c.id, b.kind, b.member_id, b.since`),
];
