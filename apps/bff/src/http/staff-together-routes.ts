import { staffApi } from '@assist/contracts';
import { confirmRelay } from '../services/relay/confirm.ts';
import { readRelayAsStaff } from '../services/relay/read-as-staff.ts';
import { witnessRelay } from '../services/relay/witness.ts';
import type { Staff } from '../services/staff/who.ts';
import type { Handle } from './mount.ts';

const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** Consents of the adults of an application, at the counter and on the phone. */
export function staffTogetherRoutes(on: On): void {
  on(api.staffRelay, ({ ctx, who, params }) => readRelayAsStaff(ctx, who, params.applicationId));
  on(api.witnessRelay, ({ ctx, who, params, body }) => witnessRelay(ctx, who, params, body));
  on(api.confirmRelay, ({ ctx, who, params, body }) => confirmRelay(ctx, who, params.askId, body));
}
