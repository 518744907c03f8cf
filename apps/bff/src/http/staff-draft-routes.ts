import { staffApi } from '@assist/contracts';
import type { Staff } from '../services/staff/who.ts';
import { forgetStaffDraft, keepStaffDraft, readStaffDraft } from '../services/staff-draft/keep.ts';
import type { Handle } from './mount.ts';

const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** What a clerk has begun to write, hers alone. */
export function staffDraftRoutes(on: On): void {
  on(api.staffDraft, ({ ctx, who, params }) => readStaffDraft(ctx, who, params.name));
  on(api.keepStaffDraft, ({ ctx, who, params, body }) => keepStaffDraft(ctx, who, params.name, body.body));
  on(api.forgetStaffDraft, ({ ctx, who, params }) => forgetStaffDraft(ctx, who, params.name));
}
