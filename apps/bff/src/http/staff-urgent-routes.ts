import { staffApi } from '@assist/contracts';
import type { Staff } from '../services/staff/who.ts';
import { endUrgentCall } from '../services/urgent/end.ts';
import { listUrgentCalls, readUrgentSound } from '../services/urgent/list.ts';
import { recordUrgentTry } from '../services/urgent/record-try.ts';
import { openUrgentCall } from '../services/urgent/staff-view.ts';
import { tieUrgentCall } from '../services/urgent/tie-application.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** What stands above every lane: calls for help. */
export function staffUrgentRoutes(on: On): void {
  on(api.urgentCalls, ({ ctx, who }) => listUrgentCalls(ctx, who));
  on(api.urgentCall, ({ ctx, who, params }) => openUrgentCall(ctx, who, params.callId));
  on(api.urgentSound, ({ ctx, who, params }) => readUrgentSound(ctx, who, params.callId));
  on(api.recordUrgentTry, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await recordUrgentTry(ctx, who, params.callId, params.tryId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.tieUrgentCall, ({ ctx, who, params, body }) => tieUrgentCall(ctx, who, params.callId, body.number));
  on(api.endUrgentCall, ({ ctx, who, params, body }) => endUrgentCall(ctx, who, params.callId, body));
}
