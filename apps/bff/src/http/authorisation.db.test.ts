import { randomUUID } from 'node:crypto';
import { platformApi, residentApi, type StaffRole, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../compose.ts';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { type AnyEndpoint, every } from './every-endpoint-for-test.ts';
import { platformApp } from './platform-app.ts';
import { residentApp } from './resident-app.ts';
import { staffApp } from './staff-app.ts';

const CLERKS: Readonly<Record<StaffRole, string>> = {
  handler: 'sample-heli',
  supervisor: 'sample-qinlan',
  auditor: 'sample-luowenjing',
  confirmer: 'sample-tangming',
  assistant: 'sample-jianghong',
};
const LETTERS: Readonly<Record<StaffRole, string>> = { handler: 'H', supervisor: 'S', auditor: 'A', confirmer: 'C', assistant: 'V' };

type Rows = readonly (readonly [why: string, routes: readonly (keyof typeof staffApi)[]])[];
/**
 * Who may call what: Handler, Supervisor, Auditor of a township, Confirmer of the district's bureau, Village's assistant. Written by hand from what
 * each of them is for, a second time beside staff-roles.ts, so that one slip is not both. Who may call a route and for whose things are two
 * questions: the second is asked in authorisation-whose.db.test.ts.
 */
const MAY: Readonly<Record<string, Rows>> = {
  HSACV: [
    ["one's own account", ['staffMe', 'staffSignOut']],
    ['procedures: each of them has a step in some', ['run', 'runs', 'runBeside']],
    ["one's own relatives, declared by everybody (JLP53-5-2b)", ['relations', 'declareRelation']],
    ['what somebody elsewhere was asked to do', ['shares']],
    ["one's own half-written words", ['staffDraft', 'keepStaffDraft', 'forgetStaffDraft']],
  ],
  HSCV: [['a step of a procedure; which one is whose, the policy package says', ['recordEvent']]],
  HSAC: [
    [
      "the district looks at its townships' lists of payments, and at what was given once",
      ['paymentLists', 'paymentList', 'paymentLines', 'paymentDifferences', 'oneTimePayments'],
    ],
    ['reports of the district', ['report', 'reportFile']],
    ['the standard and what it does to each household', ['standards', 'standardRun']],
    ["what is said of a township's handling goes to the district", ['complaints', 'complaint']],
    ["the district's duty takes up what was not called back", ['urgentCalls', 'urgentCall', 'urgentSound']],
    ["the list of who is watched, and referrals, are the district's too", ['watched', 'staffReferrals']],
  ],
  HSC: [
    ["acts of the district's bureau beside the township's", ['recordOnComplaint', 'recordUrgentTry', 'endUrgentCall']],
    ['steps of a raise for many: township and district each their own', ['stepStandardRun']],
    ['a list is let go by another person than who froze it', ['sendPaymentsBack', 'releasePayments']],
    ['exports of their own; an inspection is asked for a township or a district', ['archives', 'askArchive', 'archivePart']],
  ],
  HSAV: [['who lives in the village', ['caseFiles']]],
  HSV: [
    ['a round: her own phone, or those of the township', ['roundTies', 'endRoundTie']],
    ['an answer to what was asked', ['answerShare']],
  ],
  HSA: [
    [
      'the queue and the papers of the township',
      ['queue', 'findItems', 'colleagues', 'openCase', 'staffFile', 'caseFile', 'runOfApplication', 'staffRelay'],
    ],
    ['its lanes', ['openChange', 'openAuthenticationItem', 'staffAuthentication', 'objection', 'staffDoor', 'visitsToday']],
    ['calls and visits written down', ['itemNotes', 'notesOfCase']],
    ['its register and who helps in it', ['import', 'imports', 'assistants', 'villages', 'taperLedger']],
  ],
  HS: [
    ['takes, hands on, asks elsewhere', ['claimNext', 'claimItem', 'releaseItem', 'handItemOver', 'shareItem', 'shareTargets', 'endShare']],
    [
      'works an application',
      [
        'markOpened',
        'askCorrection',
        'accept',
        'settleIdentityConflict',
        'issueVerificationCode',
        'printCertificate',
        'witnessRelay',
        'confirmRelay',
        'tieUrgentCall',
      ],
    ],
    ['writes down a call or a visit', ['noteOnItem', 'correctNote', 'blackOutNote']],
    ['takes the ledger of tapers along', ['taperFile']],
    ['works a change', ['markChangeOpened', 'settleChange', 'giveOpinion', 'tellAtCounter']],
    [
      'works an authentication',
      [
        'arrangeVisit',
        'recordVisit',
        'registerAuthentication',
        'lookAtEvidence',
        'settleSignal',
        'uploadStaffFile',
        'settleDoor',
        'endAssistant',
      ],
    ],
    [
      'opens procedures and what stands beside them',
      ['openRun', 'handleAs', 'holdPostingBack', 'liftPostingHold', 'askMeeting', 'recordMeeting', 'endWatching', 'noteOnObjection'],
    ],
    [
      'checks and referrals',
      ['authoriseOnPaper', 'answerCheckDispute', 'proposeReferral', 'consentToReferral', 'sendReferral', 'followReferral', 'endReferral'],
    ],
    [
      "the register and the month's payments",
      ['sendImport', 'confirmImport', 'computePayments', 'freezePayments', 'exportPayments', 'paymentFile', 'importPaymentReturn'],
    ],
  ],
  SC: [['a run over all cases, for a township or a district', ['startStandardRun']]],
  S: [
    [
      'who answers for the others',
      ['takeItemOver', 'handManyOver', 'endRelation', 'assignVillages', 'supervisorInbox', 'decideNotice', 'moveCase', 'moveTargets'],
    ],
  ],
  A: [['the trail', ['auditTrail']]],
  C: [['what another province asks', ['openForElsewhere']]],
  V: [['her own phone', ['issueRoundCode']]],
};
const expected: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(MAY).flatMap(([letters, rows]) => rows.flatMap(([, routes]) => routes.map((id) => [id, letters]))),
);

/** Whoever knows the address. Everything else of the residents' side wants somebody signed in. */
const ANYONE: readonly string[] = [
  'signIn',
  'refresh',
  // Public facts, and a question without a name.
  'districts',
  'townships',
  'routing',
  'postings',
  'urgentWhom',
  // By a code or a secret that somebody holds, each counted.
  'checkReality',
  'checkCertificate',
  'urgentStatus',
  'lookBack',
  // Said by whoever has something to say; nothing comes back but a number and a secret.
  'objectToPosting',
  'complain',
  'sendUrgentCall',
  'sendUrgentSound',
];
/** Beside the tables of endpoints. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  resident: ['GET /healthz', 'GET /readyz', 'GET /api/openapi.json', 'GET /wechat/push', 'POST /wechat/push'],
  staff: [
    'GET /healthz',
    'GET /readyz',
    'GET /staff/api/openapi.json',
    'GET /staff/auth/login',
    'GET /staff/auth/callback',
    'POST /staff/auth/logout',
    // Signed by the identity provider.
    'POST /staff/auth/backchannel-logout',
    // Signed by its source.
    'POST /alerts/:source',
    // Not in production.
    'GET /staff/loopback',
    'PUT /staff/loopback/script',
  ],
  platform: ['GET /healthz', 'GET /readyz', 'GET /platform/openapi.json', 'POST /platform/token'],
};

let bff: BffForTest;
let sessions: Record<string, string>;
beforeAll(async () => {
  bff = await bffForTest();
  sessions = Object.fromEntries(await Promise.all(Object.values(CLERKS).map(async (id) => [id, (await bff.staff(id)).session] as const)));
}, 60_000);
afterAll(() => bff.close());

/** Ids that are nobody's: whoever is let in finds nothing, and nothing is changed. */
const filled = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'month' ? '2026-11' : randomUUID()));
async function codeOf(base: string, e: AnyEndpoint, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${base}${filled(e.path)}`, {
    method: e.method,
    headers: { 'content-type': 'application/json', ...headers, ...(e.key && { 'idempotency-key': randomUUID() }) },
    ...(e.method !== 'GET' && e.body && { body: '{}' }),
  });
  return answer.ok ? 'ok' : ((await answer.json()) as { code: string }).code;
}

it('每一条路都写了谁能用，一条不漏，一条不多', () => {
  const routes = Object.keys(staffApi);
  const missing = routes.filter((id) => !(id in expected));
  expect(missing, `no row in MAY of this test: ${missing.join(', ')}. Write who is meant to use it, and why`).toEqual([]);
  expect(Object.keys(expected).filter((id) => !routes.includes(id))).toEqual([]);
  expect(Object.values(MAY).flatMap((rows) => rows.flatMap(([, ids]) => ids))).toHaveLength(routes.length);
});

it('三个应用开着的每一条路，都在表里', async () => {
  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
  const options = { services: context, log: () => undefined, production: false, trustedProxies: 0 };
  const apps = {
    resident: [residentApp({ ...options, webOrigins: [] }), residentApi],
    staff: [staffApp({ ...options, deskUrl: () => '', networks: [], asksSecondFactor: true }), staffApi],
    platform: [platformApp(options), platformApi],
  } as const;
  for (const [name, [app, api]] of Object.entries(apps)) {
    const open = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path}`);
    const known = [...every(api).map((e) => `${e.method} ${e.path.replace(/\{(\w+)\}/g, ':$1')}`), ...(PLAIN[name] ?? [])];
    expect([name, [...new Set(open)].sort()]).toEqual([name, known.sort()]);
  }
  await connection.close();
});

it('每一条路、每一种人：该让谁用就谁用得了，别人都是“看不了”', async () => {
  const seen: Record<string, string> = {};
  for (const e of every(staffApi)) {
    if (e.id === 'staffSignOut') continue;
    const letters = await Promise.all(
      (Object.keys(CLERKS) as StaffRole[]).map(async (role) => {
        const code = await codeOf(bff.staffUrl, e, { cookie: `desk_session=${sessions[CLERKS[role]]}`, 'x-requested-with': 'desk' });
        if (code === 'unknown' || code === 'not-signed-in') throw new Error(`${e.id} as ${role}: ${code}`);
        return code === 'forbidden' ? '' : LETTERS[role];
      }),
    );
    seen[e.id] = letters.join('');
  }
  const { staffSignOut: _, ...rest } = expected;
  expect(seen).toEqual(rest);
}, 60_000);

it('没登录的：镇街一条也用不了，居民只有写明的几条', async () => {
  for (const e of every(staffApi))
    expect([e.id, await codeOf(bff.staffUrl, e, { 'x-requested-with': 'desk' })]).toEqual([e.id, 'not-signed-in']);
  const open: string[] = [];
  for (const e of every(residentApi)) if ((await codeOf(bff.residentUrl, e, {})) !== 'not-signed-in') open.push(e.id);
  expect(open.sort()).toEqual([...ANYONE].sort());
}, 60_000);
