import {
  type ApplicationForm,
  birthDateOf,
  type Known,
  type KnownMember,
  type PrefilledField,
  type PrefillSource,
} from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { Relation } from '@assist/policy-chongqing';
import { desc, eq, inArray } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { applications, submissions } from '../../db/schema.ts';
import { nameOf, paperOf } from '../account/account.ts';
import { formPlace } from '../application/sealed-places.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';
import { seenFrom } from './seen-from.ts';

type Values = KnownMember['values'];
interface Member {
  readonly me: boolean;
  readonly values: Values;
  readonly from: PrefillSource;
  readonly on: CivilDate;
}

/**
 * What may be filled into an application for a verified person: of themselves from their paper, of the family as the register has it, and
 * what they sent the last time. A typed number is told nothing. No money is among it: that is of each month, and asked each time.
 */
export async function readKnown(ctx: Context, who: Resident): Promise<Known> {
  if (who.account.identity !== 'verified') return { members: [], notShown: 'not-verified' };
  // The surest first: what stands on the paper goes before the register, and that before what was written once.
  const told = [...ofPaper(ctx, who), ...(await ofRegister(ctx, who)), ...(await ofEarlier(ctx, who))];
  const people: { me: boolean; values: Values; sources: KnownMember['sources'] }[] = [];
  for (const one of told) {
    const same = people.find((p) => (one.me ? p.me : !p.me && p.values.name === one.values.name));
    if (same) add(same, one);
    else {
      const fresh = { me: one.me, values: { name: one.values.name }, sources: [source('name', one)] };
      people.push(fresh);
      add(fresh, one);
    }
  }
  return { members: people.map(({ me, ...rest }) => ({ ...(me && { me: true as const }), ...rest })) };
}

const source = (field: PrefilledField, { from, on }: Member) => ({ field, from, on });

/** What is not known of somebody yet. */
function add(to: { values: Values; sources: KnownMember['sources'] }, one: Member): void {
  for (const field of ['relation', 'birthDate', 'disability', 'registration'] as const)
    if (to.values[field] === undefined && one.values[field] !== undefined) {
      to.values = { ...to.values, [field]: one.values[field] };
      to.sources = [...to.sources, source(field, one)];
    }
}

function ofPaper(ctx: Context, { account }: Resident): Member[] {
  const [name, paper] = [nameOf(ctx, account), paperOf(ctx, account)];
  if (!name) return [];
  const birthDate = paper?.kind === 'resident-identity' ? birthDateOf(paper.number) : undefined;
  const on = dayInShanghai((account.verifiedAt ?? account.createdAt).getTime());
  return [{ me: true, values: { name, relation: 'self', ...(birthDate && { birthDate }) }, from: 'identity', on }];
}

/** Only who the register says stands to the person as a form can say it; of the others nothing is guessed. */
async function ofRegister(ctx: Context, who: Resident): Promise<Member[]> {
  const [mine] = await casesOfResident(ctx, who);
  if (!mine) return [];
  const { row, members } = mine.opened;
  const own = members.find((one) => one.memberId === mine.me)?.row.relation as Relation | undefined;
  const on = dayInShanghai(row.updatedAt.getTime());
  return members.flatMap(({ memberId, person, row: { relation } }) => {
    const me = memberId === mine.me;
    const stands = me ? 'self' : own && seenFrom(own, relation as Relation);
    if (!stands) return [];
    const birthDate = person.birthDate ?? (person.paper.kind === 'resident-identity' ? birthDateOf(person.paper.number) : undefined);
    return [{ me, values: { name: person.name, relation: stands, ...(birthDate && { birthDate }) }, from: 'register' as const, on }];
  });
}

/** The last application that this person sent themselves. */
async function ofEarlier(ctx: Context, who: Resident): Promise<Member[]> {
  const [last] = await ctx.db
    .select({ id: applications.id, formSealed: submissions.formSealed, receivedOn: applications.receivedOn })
    .from(applications)
    .innerJoin(submissions, eq(submissions.applicationId, applications.id))
    .where(inArray(applications.accountId, await accountsOfPerson(ctx, who)))
    .orderBy(desc(applications.receivedAt))
    .limit(1);
  if (!last) return [];
  const form = ctx.cipher.openJson<ApplicationForm>(formPlace(last.id), last.formSealed);
  return form.members
    .filter((one) => one.name.trim())
    .map(({ id, name, relation, birthDate, disability, registration }) => ({
      me: id === 'm1',
      values: { name, relation, birthDate, disability, registration },
      from: 'earlier-application' as const,
      on: last.receivedOn as CivilDate,
    }));
}
