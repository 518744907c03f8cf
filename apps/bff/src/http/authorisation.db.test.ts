import { randomUUID } from 'node:crypto';
import { type Endpoint, residentApi, type StaffRole, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { putPayable } from '../test/payable-for-test.ts';
import { done, form, GUOFU, resident, ZHONGSHANLU } from '../test/people.ts';

// biome-ignore lint/suspicious/noExplicitAny: any endpoint
type Any = Endpoint<any, any, any, any>;
const CLERKS: Readonly<Record<StaffRole, string>> = {
  handler: 'sample-heli',
  supervisor: 'sample-qinlan',
  auditor: 'sample-luowenjing',
  confirmer: 'sample-tangming',
  assistant: 'sample-jianghong',
};
const LETTERS: Readonly<Record<StaffRole, string>> = { handler: 'H', supervisor: 'S', auditor: 'A', confirmer: 'C', assistant: 'V' };

/**
 * Who may call which of the desk's routes: Handler, Supervisor, Auditor, Confirmer, Village's assistant. A new route does not compile
 * until it has a row here, and then has to be so. It is written down twice on purpose: here as it is meant, in staff-roles.ts as it is done.
 */
const MAY: Readonly<Record<keyof typeof staffApi, string>> = {
  sendImport: 'HS',
  confirmImport: 'HS',
  import: 'HSA',
  imports: 'HSA',
  caseFiles: 'HSAV',
  caseFile: 'HSA',
  objection: 'HSA',
  noteOnObjection: 'HS',
  complaints: 'HSAC',
  complaint: 'HSAC',
  recordOnComplaint: 'HSC',
  staffRelay: 'HSA',
  witnessRelay: 'HS',
  confirmRelay: 'HS',
  openChange: 'HSA',
  markChangeOpened: 'HS',
  settleChange: 'HS',
  giveOpinion: 'HS',
  tellAtCounter: 'HS',
  assistants: 'HSA',
  endAssistant: 'HS',
  openAuthenticationItem: 'HSA',
  arrangeVisit: 'HS',
  recordVisit: 'HS',
  registerAuthentication: 'HS',
  staffAuthentication: 'HSA',
  lookAtEvidence: 'HS',
  settleSignal: 'HS',
  uploadStaffFile: 'HS',
  run: 'HSACV',
  runOfApplication: 'HSA',
  runs: 'HSACV',
  openRun: 'HS',
  recordEvent: 'HSCV',
  holdPostingBack: 'HS',
  watched: 'HSAC',
  paymentLists: 'HSAC',
  computePayments: 'HS',
  paymentList: 'HSAC',
  paymentLines: 'HSAC',
  paymentDifferences: 'HSAC',
  freezePayments: 'HS',
  sendPaymentsBack: 'HSC',
  releasePayments: 'HSC',
  exportPayments: 'HS',
  paymentFile: 'HS',
  importPaymentReturn: 'HS',
  colleagues: 'HSA',
  handItemOver: 'HS',
  takeItemOver: 'S',
  handManyOver: 'S',
  findItems: 'HSA',
  shareItem: 'HS',
  shareTargets: 'HS',
  shares: 'HSACV',
  answerShare: 'HSV',
  endShare: 'HS',
  relations: 'HSACV',
  declareRelation: 'HSACV',
  endRelation: 'S',
  staffMe: 'HSACV',
  staffSignOut: 'HSACV',
  queue: 'HSA',
  claimNext: 'HS',
  claimItem: 'HS',
  releaseItem: 'HS',
  openCase: 'HSA',
  markOpened: 'HS',
  askCorrection: 'HS',
  accept: 'HS',
  staffFile: 'HSA',
  issueVerificationCode: 'HS',
  settleIdentityConflict: 'HS',
  urgentCalls: 'HSAC',
  urgentCall: 'HSAC',
  urgentSound: 'HSAC',
  recordUrgentTry: 'HSC',
  endUrgentCall: 'HSC',
  issueRoundCode: 'V',
  roundTies: 'HSV',
  endRoundTie: 'HSV',
  staffDoor: 'HSA',
  settleDoor: 'HS',
  auditTrail: 'A',
};

/** Bodies that pass, so that what is refused is refused for whose it is. A route with a body and an object has one, or stands in `ROLE_ONLY`. */
const BODIES: Readonly<Record<string, unknown>> = {
  releaseItem: { reason: '换人' },
  handItemOver: { to: 'sample-huangchunlan', reason: '换人' },
  takeItemOver: { reason: '接过来' },
  shareItem: { officeId: ZHONGSHANLU, why: 'delegated-visit', asked: '看看', days: 5 },
  answerShare: { words: '看了' },
  askCorrection: { items: [{ title: '工资条', reason: '看看收入' }] },
  recordEvent: { kind: 'visited', visit: { visitors: ['何丽', '黄春兰'], way: 'at-home' } },
  holdPostingBack: { reason: '会伤到孩子' },
  settleIdentityConflict: { note: '看过证件' },
  sendPaymentsBack: { reason: '再算' },
};
/** Routes whose object is not made here; that another township's is not found stands in the tests beside their verbs. */
const ROLE_ONLY: readonly (keyof typeof staffApi)[] = [
  'urgentCall',
  'urgentSound',
  'recordUrgentTry',
  'endUrgentCall',
  'endRoundTie',
  'staffDoor',
  'settleDoor',
  'sendImport',
  'confirmImport',
  'import',
  'objection',
  'noteOnObjection',
  'complaint',
  'recordOnComplaint',
  'witnessRelay',
  'confirmRelay',
  'openChange',
  'markChangeOpened',
  'settleChange',
  'giveOpinion',
  'tellAtCounter',
  'endAssistant',
  'arrangeVisit',
  'recordVisit',
  'registerAuthentication',
  'staffAuthentication',
  'lookAtEvidence',
  'settleSignal',
  'uploadStaffFile',
  'openRun',
  'freezePayments',
  'releasePayments',
  'importPaymentReturn',
  'declareRelation',
  'staffFile',
];
/** Ids that the caller makes up: nobody's until then. */
const MADE_UP = ['correctionId', 'eventId', 'noteId', 'returnId', 'month'];

let bff: BffForTest;
const mine: Record<string, string> = {};
let sessions: Record<string, string>;
let me: Awaited<ReturnType<typeof resident>>;
let other: Awaited<ReturnType<typeof resident>>;

beforeAll(async () => {
  bff = await bffForTest();
  me = await resident(bff, 'matrix');
  other = await resident(bff, 'matrixother', GUOFU);
  const applicationId = randomUUID();
  done(await me.submit(applicationId));
  const [item] = await bff.sql`select id from work_items where application_id = ${applicationId}`;
  const heli = await bff.staff(CLERKS.handler);
  const caseId = await putPayable(bff);
  const runId = randomUUID();
  done(await heli.call(staffApi.openRun, { params: { runId }, body: { procedure: 'review', caseId } }));
  const { listId } = done(await heli.call(staffApi.computePayments, { params: { month: '2026-11' } }));
  const [shareId, relationId, draftId] = [randomUUID(), randomUUID(), randomUUID()];
  done(
    await heli.call(staffApi.shareItem, {
      params: { workItemId: item?.id as string, shareId },
      body: { officeId: '500107001', staffId: 'sample-jianghong', why: 'delegated-visit', asked: '看看', days: 5 },
    }),
  );
  done(
    await heli.call(staffApi.declareRelation, {
      params: { relationId },
      body: { relation: 'sibling', name: '别人', paper: { kind: 'resident-identity', number: '500107195001010016' } },
    }),
  );
  done(await me.call(residentApi.saveDraft, { params: { draftId }, body: { formVersion: 1, baseRevision: 0, form: form() } }));
  Object.assign(mine, { applicationId, workItemId: item?.id as string, caseId, runId, listId, shareId, relationId, draftId });
  sessions = Object.fromEntries(
    await Promise.all([...Object.values(CLERKS), 'sample-yangfan'].map(async (id) => [id, (await bff.staff(id)).session] as const)),
  );
}, 60_000);
afterAll(() => bff.close());

const filled = (path: string, ids: Record<string, string>): string =>
  path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => ids[name] ?? (name === 'month' ? '2026-11' : name === 'memberId' ? 'm1' : name === 'piece' ? '0' : randomUUID()),
  );
const paramsOf = (e: Any): string[] => [...e.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);

async function codeOf(
  base: string,
  e: Any,
  ids: Record<string, string>,
  headers: Record<string, string>,
  body: unknown = {},
): Promise<string> {
  const answer = await fetch(`${base}${filled(e.path, ids)}`, {
    method: e.method,
    headers: { 'content-type': 'application/json', ...headers, ...(e.key && { 'idempotency-key': randomUUID() }) },
    ...(e.method !== 'GET' && e.body && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return 'ok';
  return ((await answer.json()) as { code: string }).code;
}
const asClerk = (staffId: string) => ({ cookie: `desk_session=${sessions[staffId]}`, 'x-requested-with': 'desk' });

it('每一条路、每一种人：该让谁用就谁用得了，别人都是“看不了”', async () => {
  const seen: Record<string, string> = {};
  for (const e of Object.values(staffApi) as Any[]) {
    if (e.id === 'staffSignOut') continue;
    const letters = await Promise.all(
      (Object.keys(CLERKS) as StaffRole[]).map(async (role) => {
        // An id that is nobody's: whoever is let in finds nothing, and nothing is changed.
        const code = await codeOf(bff.staffUrl, e, {}, asClerk(CLERKS[role]));
        if (code === 'unknown' || code === 'not-signed-in') throw new Error(`${e.id} as ${role}: ${code}`);
        return code === 'forbidden' ? '' : LETTERS[role];
      }),
    );
    seen[e.id] = letters.join('');
  }
  const { staffSignOut: _, ...expected } = MAY;
  expect(seen).toEqual(expected);
}, 60_000);

it('没登录的，一条也用不了', async () => {
  for (const e of Object.values(staffApi) as Any[])
    expect([e.id, await codeOf(bff.staffUrl, e, mine, { 'x-requested-with': 'desk' })]).toEqual([e.id, 'not-signed-in']);
  for (const e of Object.values(residentApi) as Any[]) {
    const code = await codeOf(bff.residentUrl, e, mine, {});
    expect([e.id, code === 'not-signed-in']).toEqual([e.id, e.who === 'account']);
  }
}, 60_000);

const withObject = (Object.values(staffApi) as Any[]).filter((e) => paramsOf(e).some((name) => !MADE_UP.includes(name)));
it('有对象的路，一条不漏：要么在这里试，要么写明在哪里试', () => {
  const tried = withObject.filter(
    (e) => paramsOf(e).every((name) => MADE_UP.includes(name) || OWN.has(name)) && (!e.body || e.id in BODIES),
  );
  const missing = withObject.filter((e) => !tried.includes(e)).map((e) => e.id);
  expect(missing.sort()).toEqual([...ROLE_ONLY].sort());
});
const OWN = new Set(['applicationId', 'workItemId', 'caseId', 'runId', 'listId', 'shareId', 'relationId']);

it('别的镇街的：一律没有找到，不说有没有；自己镇街的找得到', async () => {
  const roleFor = (e: Any): string => CLERKS[MAY[e.id as keyof typeof staffApi].includes('H') ? 'handler' : 'supervisor'];
  // Somebody who may do all of it, in another township.
  await bff.sql`update staff_accounts set role = 'supervisor' where id = 'sample-yangfan'`;
  const [wrongAbroad, wrongAtHome]: [string[], string[]] = [[], []];
  for (const e of withObject.filter((one) => !ROLE_ONLY.includes(one.id as keyof typeof staffApi))) {
    const abroad = await codeOf(bff.staffUrl, e, mine, asClerk('sample-yangfan'), BODIES[e.id]);
    if (abroad !== 'not-found') wrongAbroad.push(`${e.id}: ${abroad}`);
    if (e.method !== 'GET') continue;
    const home = await codeOf(bff.staffUrl, e, mine, asClerk(roleFor(e)));
    if (home === 'not-found' || home === 'forbidden') wrongAtHome.push(`${e.id}: ${home}`);
  }
  expect(wrongAbroad).toEqual([]);
  // The application was not accepted yet: it has no procedure.
  expect(wrongAtHome.filter((one) => !/^(runOfApplication|staffRelay|paymentFile)/.test(one))).toEqual([]);
  await bff.sql`update staff_accounts set role = 'handler' where id = 'sample-yangfan'`;
}, 60_000);

it('别人的申请、草稿：没有找到；自己的找得到', async () => {
  const token = (who: typeof me) => ({ authorization: `Bearer ${who.accessToken}` });
  const bodies: Record<string, unknown> = { submitApplication: undefined };
  for (const e of Object.values(residentApi) as Any[]) {
    const names = paramsOf(e);
    if (e.who !== 'account' || e.method !== 'GET' || names.length === 0) continue;
    expect([e.id, await codeOf(bff.residentUrl, e, mine, token(other), bodies[e.id])]).toEqual([e.id, 'not-found']);
    if (names.every((name) => name === 'applicationId' || name === 'draftId') && e.id !== 'relayBoard')
      expect([e.id, await codeOf(bff.residentUrl, e, mine, token(me))]).toEqual([e.id, 'ok']);
  }
  expect(await codeOf(bff.residentUrl, residentApi.deleteDraft as Any, mine, token(other))).toMatch(/^(not-found|ok)$/);
  expect(await codeOf(bff.residentUrl, residentApi.draft as Any, mine, token(me))).toBe('ok');
}, 60_000);
