import { residentApi } from '@assist/contracts';
import { consentToTransfer, objectToDecision, sayToDecision } from '../services/decision/answer.ts';
import { listDecisions, readDecision } from '../services/decision/read.ts';
import { objectToPosting } from '../services/posting/object.ts';
import { currentPostings } from '../services/posting/view.ts';
import type { Resident } from '../services/session/authenticate.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** Procedures as the household sees them, its answers, and what hangs for everybody to read. */
export function residentDecisionRoutes(on: On): void {
  on(api.decisions, ({ ctx, who }) => listDecisions(ctx, who));
  on(api.decision, ({ ctx, who, params }) => readDecision(ctx, who, params.runId));
  on(api.sayToDecision, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await sayToDecision(ctx, who, params.runId, params.eventId, body.words);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.objectToDecision, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await objectToDecision(ctx, who, params.runId, params.eventId, body.words);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.consentToTransfer, ({ ctx, who, params, body }) => consentToTransfer(ctx, who, params.runId, body.eventId));
  on(api.postings, ({ ctx, query }) => currentPostings(ctx, query.office, query.village));
  on(api.objectToPosting, async ({ ctx, params, body }) => {
    const { answer, fresh } = await objectToPosting(ctx, params.postingId, params.objectionId, body);
    return new Answer(answer, fresh ? undefined : OK);
  });
}
