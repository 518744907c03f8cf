import { residentApi } from '@assist/contracts';
import { previewChange } from '../services/change/preview.ts';
import { submitChange } from '../services/change/submit.ts';
import { listChanges, readChange } from '../services/change/view.ts';
import { changeContact } from '../services/contact-change/change.ts';
import { sendContactCode } from '../services/contact-change/send-code.ts';
import { listContactChanges, stopContactChange } from '../services/contact-change/stop.ts';
import { ServiceProblem } from '../services/problem.ts';
import type { Resident } from '../services/session/authenticate.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** Telling what changed, and a new phone or bank account of one's own. */
export function residentChangeRoutes(on: On): void {
  on(api.previewChange, ({ ctx, who, body }) => previewChange(ctx, who, body));
  on(api.submitChange, async ({ ctx, who, params, body }) => {
    const { receipt, fresh } = await submitChange(ctx, who, params.changeId, body);
    return new Answer(receipt, fresh ? undefined : OK);
  });
  on(api.changes, ({ ctx, who }) => listChanges(ctx, who));
  on(api.change, ({ ctx, who, params }) => readChange(ctx, who, params.changeId));
  on(api.sendContactCode, ({ ctx, who, body }) => sendContactCode(ctx, who, body));
  on(api.changeContact, async ({ ctx, who, params, body }) => {
    const asked = await changeContact(ctx, who, params.contactChangeId, body);
    return asked instanceof ServiceProblem ? asked : new Answer(asked.view, asked.fresh ? undefined : OK);
  });
  on(api.contactChanges, ({ ctx, who }) => listContactChanges(ctx, who));
  on(api.stopContactChange, ({ ctx, who, params }) => stopContactChange(ctx, who, params.contactChangeId));
}
