import { randomUUID } from 'node:crypto';
import { type Endpoint, residentApi, type StaffRole, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { putPayable } from '../test/payable-for-test.ts';
import { done, form, resident } from '../test/people.ts';

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
  runBeside: 'HSACV',
  askMeeting: 'HS',
  recordMeeting: 'HS',
  endWatching: 'HS',
  authoriseOnPaper: 'HS',
  answerCheckDispute: 'HS',
  staffReferrals: 'HSAC',
  proposeReferral: 'HS',
  consentToReferral: 'HS',
  sendReferral: 'HS',
  followReferral: 'HS',
  endReferral: 'HS',
  report: 'HSAC',
  reportFile: 'HSAC',
  auditTrail: 'A',
};

let bff: BffForTest;
const mine: Record<string, string> = {};
let sessions: Record<string, string>;
let me: Awaited<ReturnType<typeof resident>>;

beforeAll(async () => {
  bff = await bffForTest();
  me = await resident(bff, 'matrix');
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
