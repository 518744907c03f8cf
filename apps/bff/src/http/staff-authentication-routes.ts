import { staffApi } from '@assist/contracts';
import { endAssistant, listAssistants } from '../services/authentication/assistant.ts';
import { lookAtEvidence } from '../services/authentication/look-at-evidence.ts';
import { openAuthenticationItem } from '../services/authentication/open-item.ts';
import { readAuthentication } from '../services/authentication/read-as-staff.ts';
import { registerAuthentication } from '../services/authentication/register-by-hand.ts';
import { printCertificate } from '../services/certificate/print.ts';
import { receiveStaffFile } from '../services/file/receive-from-staff.ts';
import { ServiceProblem } from '../services/problem.ts';
import { settleSignal } from '../services/signal/settle.ts';
import type { Staff } from '../services/staff/who.ts';
import { arrangeVisit } from '../services/visit/arrange.ts';
import { recordVisit } from '../services/visit/record.ts';
import { visitsToday } from '../services/visit/today.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** The authentication lane of the desk, and what is printed for whoever stands at its counter. */
export function staffAuthenticationRoutes(on: On): void {
  on(api.printCertificate, async ({ ctx, who, params, body }) => {
    const done = await printCertificate(ctx, who, params.certificateId, body);
    return done instanceof ServiceProblem ? done : new Answer(done.view, done.fresh ? undefined : OK);
  });
  on(api.openAuthenticationItem, ({ ctx, who, params }) => openAuthenticationItem(ctx, who, params.workItemId));
  on(api.visitsToday, ({ ctx, who }) => visitsToday(ctx, who));
  on(api.arrangeVisit, ({ ctx, who, params, body }) => arrangeVisit(ctx, who, params.visitId, body));
  on(api.recordVisit, ({ ctx, who, params, body }) => recordVisit(ctx, who, params.visitId, body));
  on(api.registerAuthentication, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await registerAuthentication(ctx, who, params.authenticationId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.staffAuthentication, ({ ctx, who, params }) => readAuthentication(ctx, who, params.authenticationId));
  on(api.lookAtEvidence, ({ ctx, who, params, body }) => lookAtEvidence(ctx, who, params.authenticationId, body));
  on(api.assistants, ({ ctx, who }) => listAssistants(ctx, who));
  on(api.endAssistant, ({ ctx, who, params }) => endAssistant(ctx, who, params.accountId));
  on(api.settleSignal, ({ ctx, who, params, body }) => settleSignal(ctx, who, params.workItemId, body.note));
  on(api.uploadStaffFile, async ({ ctx, who, params, file }) => {
    const { view, fresh } = await receiveStaffFile(ctx, who, { fileId: params.fileId, bytes: file });
    return new Answer(view, fresh ? undefined : OK);
  });
}
