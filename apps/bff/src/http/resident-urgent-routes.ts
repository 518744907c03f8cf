import { residentApi } from '@assist/contracts';
import type { Resident } from '../services/session/authenticate.ts';
import { urgentWhom } from '../services/urgent/answering.ts';
import { becomeApplication, claimUrgentCall, ownUrgentCalls } from '../services/urgent/claim.ts';
import { receiveUrgentSound } from '../services/urgent/receive-sound.ts';
import { callBySecret } from '../services/urgent/row.ts';
import { sendUrgentCall } from '../services/urgent/send.ts';
import { urgentView } from '../services/urgent/view.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** Urgent help: the first four without signing in. */
export function residentUrgentRoutes(on: On): void {
  on(api.urgentWhom, ({ ctx, params }) => urgentWhom(ctx, params.township));
  on(api.sendUrgentCall, async ({ ctx, params, body }) => {
    const { view, fresh } = await sendUrgentCall(ctx, params.callId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.sendUrgentSound, async ({ ctx, params, body, file }) => {
    const { view, fresh } = await receiveUrgentSound(ctx, params.callId, body.secret, file);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.urgentStatus, async ({ ctx, params, body }) => urgentView(ctx, await callBySecret(ctx, params.callId, body.secret)));
  on(api.claimUrgentCall, ({ ctx, who, params, body }) => claimUrgentCall(ctx, who, params.callId, body.secret));
  on(api.ownUrgentCalls, ({ ctx, who }) => ownUrgentCalls(ctx, who));
  on(api.urgentBecomesApplication, ({ ctx, who, params, body }) => becomeApplication(ctx, who, params.callId, body.applicationId));
}
