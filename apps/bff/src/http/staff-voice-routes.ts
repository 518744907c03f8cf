import { staffApi } from '@assist/contracts';
import { listComplaints } from '../services/complaint/list.ts';
import { readComplaint } from '../services/complaint/read.ts';
import { recordOnComplaint } from '../services/complaint/record-on.ts';
import { noteOnObjection } from '../services/objection/note.ts';
import { readObjection } from '../services/objection/read.ts';
import type { Staff } from '../services/staff/who.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** The lanes of objections and complaints. An objection is answered as every other step of its procedure is. */
export function staffVoiceRoutes(on: On): void {
  on(api.objection, ({ ctx, who, params }) => readObjection(ctx, who, params.objectionId));
  on(api.noteOnObjection, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await noteOnObjection(ctx, who, params.objectionId, params.noteId, body.words);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.complaints, ({ ctx, who, query }) => listComplaints(ctx, who, query));
  on(api.complaint, ({ ctx, who, params }) => readComplaint(ctx, who, params.complaintId));
  on(api.recordOnComplaint, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await recordOnComplaint(ctx, who, params.complaintId, params.eventId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
}
