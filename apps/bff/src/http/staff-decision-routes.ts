import { staffApi } from '@assist/contracts';
import { holdPostingBack } from '../services/posting/hold-back.ts';
import { liftPostingHold } from '../services/posting/lift-hold.ts';
import { listWatched } from '../services/procedure/watched.ts';
import type { Staff } from '../services/staff/who.ts';
import type { Handle } from './mount.ts';

const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** What stands beside procedures: postings held back, and who is watched. */
export function staffDecisionRoutes(on: On): void {
  on(api.holdPostingBack, ({ ctx, who, params, body }) => holdPostingBack(ctx, who, params.runId, body.reason));
  on(api.liftPostingHold, ({ ctx, who, params, body }) => liftPostingHold(ctx, who, params, body.reason));
  on(api.watched, ({ ctx, who, query }) => listWatched(ctx, who, query.cursor));
}
