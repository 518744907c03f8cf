import { randomUUID } from 'node:crypto';
import { residentApi, type StaffRole, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { verify } from '../test/case-for-test.ts';
import { GUOFU, resident, YANGJIAPING, ZHONGSHANLU } from '../test/people.ts';
import { rowInEveryTable } from '../test/row-in-every-table-for-test.ts';
import { type AnyEndpoint, every } from './every-endpoint-for-test.ts';
import { bodyOf, kindFor, namesAnId, requestOf, THERE } from './request-for-test.ts';
import { rolesOf } from './staff-roles.ts';

/** In the same district, and in another one. */
const BESIDE = '500107002';

let bff: BffForTest;
let me: Awaited<ReturnType<typeof resident>>;
let other: typeof me;
let session: string;
const CLERK = 'sample-yangfan';

beforeAll(async () => {
  bff = await bffForTest();
  me = await resident(bff, 'whose');
  other = await resident(bff, 'whoseother', GUOFU);
  await verify(bff, me.accountId);
  await verify(bff, other.accountId);
  session = (await bff.staff(CLERK)).session;
}, 60_000);
afterAll(() => bff.close());

const work = async (role: StaffRole, officeId: string, villages: string[] = []) => {
  const district = role === 'confirmer' ? officeId.slice(0, 6) : null;
  await bff.sql`update staff_accounts set role = ${role}, office_id = ${officeId}, district = ${district},
    villages = ${role === 'assistant' ? villages : []} where id = ${CLERK}`;
};
/** The answer, without what differs from one to the next by itself. */
async function answer(base: string, e: AnyEndpoint, id: string, headers: Record<string, string>): Promise<string> {
  const { path, init } = requestOf(e, id, headers);
  const given = await fetch(`${base}${path}`, init);
  const text = await given.text();
  const kept = given.ok || text === '' ? text : (JSON.parse(text) as { code: string }).code;
  return `${given.status} ${kept.replaceAll(id, 'id')}`;
}
const desk = () => ({ cookie: `desk_session=${session}`, 'x-requested-with': 'desk' });
const as = (who: typeof me) => ({ authorization: `Bearer ${who.accessToken}` });
const ROLES: readonly StaffRole[] = ['handler', 'supervisor', 'auditor', 'confirmer', 'assistant'];
const may = (e: AnyEndpoint, role: StaffRole) => rolesOf(e.id as keyof typeof staffApi).includes(role);
const staff = every(staffApi).filter((e) => e.id !== 'staffSignOut');

/** Lists as somebody of elsewhere gets them; the trail has her own looking in it. */
const LISTS = staff.filter((e) => e.method === 'GET' && !namesAnId(e) && e.id !== 'auditTrail');
const ELSEWHERE: readonly (readonly [StaffRole, string])[] = [
  ...ROLES.map((role) => [role, ZHONGSHANLU] as const),
  // The same district, another township.
  ['supervisor', BESIDE],
  ['auditor', BESIDE],
  ['assistant', BESIDE],
  // The same township, another village.
  ['assistant', YANGJIAPING],
];
const before = new Map<string, string>();
const answersOf = async (routes: readonly AnyEndpoint[], id: string, keep: (key: string, text: string) => void) => {
  for (const [role, place] of ELSEWHERE) {
    await work(role, place, ['样例二村']);
    const asked = routes.filter((e) => may(e, role));
    const said = await Promise.all(asked.map((e) => answer(bff.staffUrl, e, id, desk())));
    for (const [i, e] of asked.entries()) keep(`${e.id} as ${role} of ${place}`, said[i] as string);
  }
};

it('每个要写东西的路，都试得到：写得出一份过得了的', () => {
  const none = [...staff, ...every(residentApi)].filter((e) => e.body && !e.body.safeParse(bodyOf(e, THERE)).success).map((e) => e.id);
  expect(none, 'test/body-for-test.ts finds nothing that these let through: write one into BODIES').toEqual([]);
});

/** All rows of this id, in every table but the trail: whoever may not have them changes none of them either. */
const standing = async (): Promise<string[]> => {
  const said = await Promise.all(
    tables
      .filter((table) => !['audit_log', 'rate_counts', 'idempotency_keys'].includes(table))
      .map(
        (table) => bff.sql`select ${table} as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows
        from ${bff.sql(table)} t where t::text like ${`%${THERE}%`}`,
      ),
  );
  return said.flat().map((row) => `${row.name} ${row.rows}`);
};
let tables: string[];

it('别的镇街、别的区、别的村社：每一条路，和没有这一件时一个字不差，也什么都没动', async () => {
  await answersOf(LISTS, THERE, (key, text) => before.set(key, text));
  const [account] = await bff.sql`select number_hash from accounts where id = ${me.accountId}`;
  tables = await rowInEveryTable(bff.sql, {
    id: THERE,
    officeId: YANGJIAPING,
    accountId: me.accountId,
    staffId: 'sample-heli',
    numberHash: account?.number_hash as Buffer,
    words: { 'case_files.village': '样例一村', 'work_items.kind': 'application' },
  });
  expect(tables.length).toBeGreaterThan(80);
  const [told, stood]: [string[], string[]] = [[], await standing()];
  await answersOf(LISTS, THERE, (key, text) => void (text !== before.get(key) && told.push(`${key}: ${text.slice(0, 200)}`)));
  const nobodys = new Map<string, string>();
  const objects = staff.filter(namesAnId);
  await answersOf(objects, randomUUID(), (key, text) => nobodys.set(key, text));
  await answersOf(objects, THERE, (key, text) => {
    if (text !== nobodys.get(key) && text !== '404 not-found')
      told.push(`${key}: ${text.slice(0, 200)}, not ${nobodys.get(key)?.slice(0, 80)}`);
  });
  expect(told).toEqual([]);
  expect(await standing()).toEqual(stood);
}, 300_000);

/** Where nonsense is as good as nothing; each is found by its own in the tests beside its verb. */
const NOT_BY_NONSENSE: readonly string[] = [
  // Joined with a step of a procedure, a household's member, an account or a lane's own row.
  'objection',
  'noteOnObjection',
  'witnessRelay',
  'tellAtCounter',
  'endAssistant',
  'openAuthenticationItem',
  'registerAuthentication',
  // Names an application by its number, and nonsense is no number.
  'tieUrgentCall',
  // A colleague, by her own id.
  'assignVillages',
  'answerShare',
  // Only for who asked for it, and nobody asked for an invented one (archive.db.test.ts).
  'archivePart',
];

it('自己镇街的：每一条路都找得到，所以上面那一条是试出来的', async () => {
  const same: string[] = [];
  for (const e of staff.filter(namesAnId)) {
    const role = (['supervisor', 'assistant', 'auditor', 'confirmer'] as const).find((one) => may(e, one)) as StaffRole;
    await work(role, YANGJIAPING, ['样例一村']);
    await bff.sql`update work_items set kind = ${kindFor(e)}, claimed_by = null, claimed_until = null, open = true where id = ${THERE}`;
    const [nobodys, own] = [await answer(bff.staffUrl, e, randomUUID(), desk()), await answer(bff.staffUrl, e, THERE, desk())];
    if (nobodys === own) same.push(`${e.id}: ${own.slice(0, 60)}`);
  }
  expect(same.map((one) => one.split(':')[0]).sort(), same.join('\n')).toEqual([...NOT_BY_NONSENSE].sort());
}, 300_000);

/** What asks for more than to be one's own: a secret, a phone that is tied; what is gone is gone; what cannot be opened hides what can. */
const NOT_BY_NONSENSE_EITHER: readonly string[] = [
  'changeContact',
  'decision',
  'sayToDecision',
  'objectToDecision',
  'consentToTransfer',
  'answerReferral',
  'disputeCheck',
  'withdrawCheckAuthorisation',
  // Wants a link and its six digits, or a signature that waits.
  'beginRelayFace',
  'claimUrgentCall',
  'sendDoor',
  'sayNotAgreed',
  'issueCertificate',
  'takeBackCertificate',
  'deleteDraft',
];
it('别人的：每一条路，和没有这一件时一样，或者说没有找到，什么都没动；自己的找得到', async () => {
  const [told, same]: [string[], string[]] = [[], []];
  const stood = await standing();
  const routes = every(residentApi).filter((one) => one.who === 'account' && namesAnId(one));
  for (const e of routes) {
    const nobodys = await answer(bff.residentUrl, e, randomUUID(), as(other));
    const others = await answer(bff.residentUrl, e, THERE, as(other));
    if (others !== nobodys && others !== '404 not-found') told.push(`${e.id}: ${others.slice(0, 200)}`);
  }
  expect(told).toEqual([]);
  expect(await standing()).toEqual(stood);
  for (const e of routes) {
    const own = await answer(bff.residentUrl, e, THERE, as(me));
    if (own === (await answer(bff.residentUrl, e, randomUUID(), as(me)))) same.push(`${e.id}: ${own.slice(0, 60)}`);
  }
  expect(same.map((one) => one.split(':')[0]).sort(), same.join('\n')).toEqual([...NOT_BY_NONSENSE_EITHER].sort());
}, 300_000);
