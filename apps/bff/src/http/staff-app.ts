import { staffApi } from '@assist/contracts';
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { acceptApplication, askCorrection, markOpened } from '../services/application/handle.ts';
import { openCase } from '../services/application/open-case.ts';
import { recordRefusal } from '../services/audit/refused.ts';
import { auditTrail } from '../services/audit/trail.ts';
import { caseFilePage } from '../services/case-file/list.ts';
import { readCaseFile } from '../services/case-file/read.ts';
import { readFileAsStaff } from '../services/file/read.ts';
import { moveCase, moveTargets } from '../services/move/move-case.ts';
import { insteadOfNotFound } from '../services/move/moved-away.ts';
import { handleAs } from '../services/procedure/handle-as.ts';
import { listRuns, readRun } from '../services/procedure/list.ts';
import { runOfApplication } from '../services/procedure/of-application.ts';
import { openRun } from '../services/procedure/open-by-hand.ts';
import { openForElsewhere } from '../services/procedure/open-for-elsewhere.ts';
import { recordEvent } from '../services/procedure/record-event.ts';
import { claimItem, claimNext } from '../services/queue/claim.ts';
import { queuePage } from '../services/queue/page.ts';
import { releaseItem } from '../services/queue/release.ts';
import { settleIdentityConflict } from '../services/queue/settle-conflict.ts';
import { sendImport } from '../services/register/check-import.ts';
import { confirmAsStaff } from '../services/register/confirm-import.ts';
import { listImports, readImport } from '../services/register/read-imports.ts';
import { asStaff, beyondTownship } from '../services/staff/scope.ts';
import { authenticateStaff, staffSignOut, staffView } from '../services/staff/session.ts';
import type { Staff } from '../services/staff/who.ts';
import { taperFile } from '../services/taper/file.ts';
import { taperLedger } from '../services/taper/ledger.ts';
import { issueVerificationCode } from '../services/verification/issue-code.ts';
import { alertPushRoutes } from './alert-push.ts';
import { baseApp, closeRoutes } from './base-app.ts';
import type { AppOptions, Env } from './environment.ts';
import { refuseForgery } from './forgery.ts';
import { loopbackRoutes } from './loopback-page.ts';
import { Answer, type Handle, type MountOptions, mount } from './mount.ts';
import { onlyFrom } from './networks.ts';
import { openapi } from './openapi.ts';
import { requireSecondFactor } from './second-factor.ts';
import { staffAccessRoutes } from './staff-access-routes.ts';
import { staffArchiveRoutes } from './staff-archive-routes.ts';
import { staffAuthenticationRoutes } from './staff-authentication-routes.ts';
import { staffChangeRoutes } from './staff-change-routes.ts';
import { staffDecisionRoutes } from './staff-decision-routes.ts';
import { staffDraftRoutes } from './staff-draft-routes.ts';
import { staffFollowUpRoutes } from './staff-follow-up-routes.ts';
import { staffNoteRoutes } from './staff-note-routes.ts';
import { staffPaymentRoutes } from './staff-payment-routes.ts';
import { staffReportRoutes } from './staff-report-routes.ts';
import { requireRole } from './staff-roles.ts';
import { staffRoundRoutes } from './staff-round-routes.ts';
import { SESSION_COOKIE, staffSignInRoutes } from './staff-sign-in.ts';
import { staffStandardRoutes } from './staff-standard-routes.ts';
import { staffSupervisorRoutes } from './staff-supervisor-routes.ts';
import { staffTogetherRoutes } from './staff-together-routes.ts';
import { staffUrgentRoutes } from './staff-urgent-routes.ts';
import { staffVoiceRoutes } from './staff-voice-routes.ts';

const OK = 200;
const api = staffApi;
type StaffEndpoint = (typeof api)[keyof typeof api];
type Services = AppOptions['services'];
const DOCUMENT = '/staff/api/openapi.json';

export interface StaffAppOptions extends AppOptions {
  /** The desk as a clerk's browser sees it. */
  readonly deskUrl: () => string;
  /** Networks it answers to; every one where none is named. */
  readonly networks: readonly string[];
  /** Whether some acts ask for a second factor. */
  readonly asksSecondFactor: boolean;
}

/** Whom this endpoint is for; who may not is on the trail where something would have changed. @throws ServiceProblem `forbidden` */
async function allowed<T extends { readonly who: Staff; readonly services: Services }>(
  e: StaffEndpoint,
  c: Context<Env>,
  who: T,
): Promise<T> {
  try {
    requireRole(e.id as keyof typeof api, who.who.role);
  } catch (problem) {
    if (e.method !== 'GET') await recordRefusal(who.services, who.who, { tried: e.id, params: c.req.param() }, problem);
    throw problem;
  }
  return who;
}

/** How long nobody has touched the page that asks, as it says itself; a lie only keeps open what the liar is signed in to. */
const idleSecondsOf = (c: Context<Env>): number => Number(/^\d{1,6}$/.exec(c.req.header('x-idle-seconds') ?? '')?.[0] ?? 0);

/** The application of the desk, on a port of its own: nothing of it can be reached through the residents' one. */
export function staffApp(options: StaffAppOptions): Hono<Env> {
  const app = baseApp(options);
  // After the two questions of whether it lives: whoever asks those is not always inside.
  app.use(onlyFrom(options.networks, options.trustedProxies));
  const authenticate = async (c: Context<Env>) => {
    refuseForgery(c, options.deskUrl());
    const who = await authenticateStaff(options.services, getCookie(c, SESSION_COOKIE), idleSecondsOf(c));
    return { who, scope: `staff:${who.staffId}`, services: await asStaff(options.services, who) };
  };
  const refused: MountOptions<Staff>['refused'] = (who, e, params, ctx, problem) =>
    recordRefusal(ctx, who, { tried: e.id, params }, problem);
  const on = <E extends StaffEndpoint>(e: E, handle: Handle<E, Staff>) =>
    mount(app, e, { ...options, refused, authenticate: async (c) => allowed(e, c, await authenticate(c)) }, async (call) => {
      if (options.asksSecondFactor) requireSecondFactor(e.id, call.body, call.who, options.services.clock());
      try {
        return await handle(call);
      } catch (problem) {
        throw await insteadOfNotFound(options.services, call.who, [call.params, call.body], problem);
      }
    });

  on(api.staffMe, ({ ctx, who }) => staffView(ctx, who));
  on(api.staffSignOut, ({ ctx, who }) => staffSignOut(ctx, who));
  on(api.queue, ({ ctx, who, query }) => queuePage(ctx, who, query));
  on(api.claimNext, ({ ctx, who }) => claimNext(ctx, who));
  on(api.claimItem, ({ ctx, who, params }) => claimItem(ctx, who, params.workItemId));
  on(api.releaseItem, ({ ctx, who, params, body }) => releaseItem(ctx, who, params.workItemId, body.reason));
  on(api.openCase, ({ ctx, who, params }) => openCase(ctx, who, params.applicationId));
  on(api.markOpened, ({ ctx, who, params }) => markOpened(ctx, who, params.applicationId));
  on(api.askCorrection, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await askCorrection(ctx, who, params.applicationId, params.correctionId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.accept, ({ ctx, who, params }) => acceptApplication(ctx, who, params.applicationId));
  on(api.moveTargets, ({ ctx, who }) => moveTargets(ctx, who));
  on(api.moveCase, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await moveCase(ctx, who, params.moveId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  staffChangeRoutes(on);
  staffPaymentRoutes(on);
  staffReportRoutes(on);
  on(api.staffFile, ({ ctx, who, params }) => readFileAsStaff(ctx, who, params.fileId));
  on(api.issueVerificationCode, ({ ctx, who, body }) => issueVerificationCode(ctx, who, body));
  on(api.settleIdentityConflict, ({ ctx, who, params, body }) => settleIdentityConflict(ctx, who, params.workItemId, body.note));
  on(api.sendImport, async ({ ctx, who, params, body, file }) => {
    const { view, fresh } = await sendImport(ctx, who, { ...params, ...body, bytes: file });
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.confirmImport, ({ ctx, who, params }) => confirmAsStaff(ctx, who, params.importId));
  on(api.import, ({ ctx, who, params }) => readImport(ctx, who, params.importId));
  on(api.imports, ({ ctx, who }) => listImports(ctx, who));
  on(api.taperFile, ({ ctx, who }) => taperFile(ctx, who));
  on(api.taperLedger, ({ ctx, who }) => taperLedger(ctx, who));
  on(api.caseFiles, ({ ctx, who, query }) => caseFilePage(ctx, who, query));
  on(api.caseFile, ({ ctx, who, params }) => readCaseFile(ctx, who, params.caseId));
  on(api.run, ({ ctx, who, params }) => readRun(ctx, who, params.runId));
  on(api.runs, ({ ctx, who, query }) => listRuns(ctx, who, query));
  on(api.runOfApplication, ({ ctx, who, params }) => runOfApplication(ctx, who, params.applicationId));
  on(api.openRun, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await openRun(ctx, who, params.runId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.handleAs, ({ ctx, who, params, body }) => handleAs(ctx, who, params.runId, body));
  on(api.openForElsewhere, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await openForElsewhere(ctx, who, params.runId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.recordEvent, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await recordEvent(ctx, who, params.runId, params.eventId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.auditTrail, ({ ctx, who, query }) => auditTrail(ctx, who, query.cursor));

  staffAuthenticationRoutes(on);
  staffDecisionRoutes(on);
  staffVoiceRoutes(on);
  staffTogetherRoutes(on);
  staffUrgentRoutes(on);
  staffRoundRoutes(on);
  staffStandardRoutes(on);
  staffSupervisorRoutes(on);
  staffArchiveRoutes(on);
  staffDraftRoutes(on);
  staffNoteRoutes(on);
  staffFollowUpRoutes(on);
  staffAccessRoutes(on);

  // A signed source speaks for no township: what it sends finds its own.
  alertPushRoutes(app, { ...options, services: beyondTownship(options.services) });
  staffSignInRoutes(app, options);
  loopbackRoutes(app, options);
  const document = openapi('救助通：镇街', api, 'cookie');
  app.get(DOCUMENT, (c) => c.json(document));
  closeRoutes(app, options.log);
  return app;
}
