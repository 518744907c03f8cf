import { staffApi } from '@assist/contracts';
import type { Staff } from '../services/staff/who.ts';
import { decideNotice } from '../services/supervisor/decide.ts';
import { supervisorInbox } from '../services/supervisor/inbox.ts';
import type { Handle } from './mount.ts';

const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** What waits for a supervisor. */
export function staffSupervisorRoutes(on: On): void {
  on(api.supervisorInbox, ({ ctx, who }) => supervisorInbox(ctx, who));
  on(api.decideNotice, ({ ctx, who, params, body }) => decideNotice(ctx, who, params.noticeId, body.decision));
}
