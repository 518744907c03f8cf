import { ACTING_FOR_HEADER, residentApi } from '@assist/contracts';
import type { Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { readAccount } from '../services/account/view.ts';
import { submitApplication } from '../services/application/submit.ts';
import { listApplications, readApplication } from '../services/application/view.ts';
import { giveConsent } from '../services/consent/give.ts';
import { answerCorrection } from '../services/correction/answer.ts';
import { listDrafts, readDraft } from '../services/draft/read.ts';
import { deleteDraft } from '../services/draft/remove.ts';
import { saveDraft } from '../services/draft/save.ts';
import { readFamily } from '../services/family/read.ts';
import { readOwnFile } from '../services/file/read.ts';
import { receiveFile } from '../services/file/receive.ts';
import { deleteFile } from '../services/file/remove.ts';
import { claimIdentity } from '../services/identity/claim.ts';
import { askWechatForPhone, setPhone } from '../services/identity/set-phone.ts';
import { readKnown } from '../services/known/read.ts';
import { acceptReminders, reminderTemplates } from '../services/message/credits.ts';
import { listMessages, markMessageRead } from '../services/message/inbox.ts';
import { listDistricts, listTownships } from '../services/place/list.ts';
import { actingFor } from '../services/proxy/acting-for.ts';
import { checkReality } from '../services/reality-code/check.ts';
import { routing } from '../services/routing/where.ts';
import { authenticateResident, type Resident } from '../services/session/authenticate.ts';
import { refresh } from '../services/session/refresh.ts';
import { signIn } from '../services/session/sign-in.ts';
import { signOut } from '../services/session/sign-out.ts';
import { redeemVerificationCode } from '../services/verification/redeem-code.ts';
import { baseApp, closeRoutes } from './base-app.ts';
import type { AppOptions, Env } from './environment.ts';
import { Answer, type Handle, type MountOptions, mount, type PreparedHandle } from './mount.ts';
import { openapi } from './openapi.ts';
import { residentAuthenticationRoutes } from './resident-authentication-routes.ts';
import { residentChangeRoutes } from './resident-change-routes.ts';
import { residentDecisionRoutes } from './resident-decision-routes.ts';
import { residentFollowUpRoutes } from './resident-follow-up-routes.ts';
import { residentRoundRoutes } from './resident-round-routes.ts';
import { residentTogetherRoutes } from './resident-together-routes.ts';
import { residentTrustRoutes } from './resident-trust-routes.ts';
import { residentUrgentRoutes } from './resident-urgent-routes.ts';
import { residentVoiceRoutes } from './resident-voice-routes.ts';
import { wechatPushRoutes } from './wechat-push.ts';

const OK = 200;
const nothing = (done: Promise<void>): Promise<undefined> => done.then(() => undefined);
const api = residentApi;
const DOCUMENT = '/api/openapi.json';

/** The application of the mini-program. */
export function residentApp(options: AppOptions & { readonly webOrigins: readonly string[] }): Hono<Env> {
  const app = baseApp(options);
  app.use(
    '/api/*',
    cors({
      origin: [...options.webOrigins],
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key', ACTING_FOR_HEADER],
      exposeHeaders: ['retry-after'],
      maxAge: 600,
    }),
  );
  const mounting: MountOptions<Resident> = {
    ...options,
    authenticate: async (c) => {
      const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
      const who = await authenticateResident(options.services, token);
      return { who, scope: `account:${who.accountId}` };
    },
  };
  // In whose name: one's own, or that of somebody one helps, as far as they allowed it.
  const mountingFor = (endpointId: string): MountOptions<Resident> => ({
    ...mounting,
    authenticate: async (c: Context<Env>) => {
      const { who, scope } = await mounting.authenticate(c);
      const grantId = c.req.header(ACTING_FOR_HEADER);
      return { scope, who: grantId === undefined ? who : await actingFor(options.services, who, grantId, endpointId) };
    },
  });
  const on = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => mount(app, e, mountingFor(e.id), handle);
  const onPrepared = <E extends (typeof api)[keyof typeof api], P>(e: E, handle: PreparedHandle<E, Resident, P>) =>
    mount(app, e, mountingFor(e.id), handle);

  on(api.signIn, ({ ctx, body }) => signIn(ctx, body));
  on(api.refresh, ({ ctx, body }) => refresh(ctx, body));
  on(api.signOut, ({ ctx, who }) => nothing(signOut(ctx, who)));
  on(api.me, ({ ctx, who }) => readAccount(ctx, who));
  on(api.claimIdentity, ({ ctx, who, body }) => claimIdentity(ctx, who, body));
  onPrepared(api.setPhone, {
    before: ({ ctx, who, body }) => askWechatForPhone(ctx, who, body),
    handle: ({ ctx, who, prepared }) => setPhone(ctx, who, prepared),
  });
  on(api.verifyByCode, ({ ctx, who, body }) => redeemVerificationCode(ctx, who, body));
  on(api.giveConsent, ({ ctx, who, params, body }) => giveConsent(ctx, who, { ...params, ...body }));
  on(api.knownOfMe, ({ ctx, who }) => readKnown(ctx, who));
  on(api.family, ({ ctx, who }) => readFamily(ctx, who));
  on(api.districts, ({ ctx }) => listDistricts(ctx));
  on(api.townships, ({ ctx, params }) => listTownships(ctx, params.district));
  on(api.routing, ({ ctx, body }) => routing(ctx, body));
  on(api.drafts, ({ ctx, who }) => listDrafts(ctx, who));
  on(api.draft, ({ ctx, who, params }) => readDraft(ctx, who, params.draftId));
  on(api.saveDraft, ({ ctx, who, params, body }) => saveDraft(ctx, who, { ...params, ...body }));
  on(api.deleteDraft, ({ ctx, who, params }) => nothing(deleteDraft(ctx, who, params.draftId)));
  on(api.uploadFile, async ({ ctx, who, params, body, file }) => {
    const { view, fresh } = await receiveFile(ctx, who, { ...params, ...body, bytes: file });
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.readFile, ({ ctx, who, params }) => readOwnFile(ctx, who, params.fileId));
  on(api.deleteFile, ({ ctx, who, params }) => nothing(deleteFile(ctx, who, params.fileId)));
  on(api.submitApplication, async ({ ctx, who, params, body }) => {
    const { receipt, fresh } = await submitApplication(ctx, who, params.applicationId, body);
    return new Answer(receipt, fresh ? undefined : OK);
  });
  on(api.applications, ({ ctx, who }) => listApplications(ctx, who));
  on(api.application, ({ ctx, who, params }) => readApplication(ctx, who, params.applicationId));
  on(api.answerCorrection, async ({ ctx, who, params, body }) => {
    const { correction, fresh } = await answerCorrection(ctx, who, { ...params, ...body });
    return new Answer(correction, fresh ? undefined : OK);
  });

  on(api.checkReality, ({ ctx, body }) => checkReality(ctx, body.code));
  on(api.messages, ({ ctx, who, query }) => listMessages(ctx, who, query.cursor));
  on(api.readMessage, ({ ctx, who, params }) => nothing(markMessageRead(ctx, who, params.messageId)));
  on(api.reminderTemplates, async ({ ctx }) => reminderTemplates(ctx));
  on(api.acceptReminders, ({ ctx, who, body }) => acceptReminders(ctx, who, body.answers));

  wechatPushRoutes(app, options);
  residentChangeRoutes(on);
  residentDecisionRoutes(on);
  residentVoiceRoutes(on);
  residentRoundRoutes(on);
  residentFollowUpRoutes(on);

  residentAuthenticationRoutes(on);
  residentTogetherRoutes(on);
  residentUrgentRoutes(on);
  residentTrustRoutes(on, onPrepared);

  const document = openapi('救助通：居民', api, 'bearer');
  app.get(DOCUMENT, (c) => c.json(document));
  closeRoutes(app, options.log);
  return app;
}
