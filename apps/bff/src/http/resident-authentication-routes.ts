import { residentApi } from '@assist/contracts';
import { listAuthentications } from '../services/authentication/list.ts';
import { rememberDifficulty } from '../services/authentication/remember-difficulty.ts';
import { sendEvidence } from '../services/authentication/send-evidence.ts';
import { listGivenConsents } from '../services/consent-act/list.ts';
import { beginFaceCheck } from '../services/face-check/begin.ts';
import { finishFaceCheck } from '../services/face-check/finish.ts';
import { readFaceCheck } from '../services/face-check/view.ts';
import { withdrawFaceConsent } from '../services/face-check/withdraw.ts';
import type { Resident } from '../services/session/authenticate.ts';
import { beginUpload } from '../services/upload/begin.ts';
import { finishUpload } from '../services/upload/finish.ts';
import { receivePiece } from '../services/upload/receive-piece.ts';
import { readUpload } from '../services/upload/row.ts';
import { bookVisit } from '../services/visit/book.ts';
import { cancelVisit } from '../services/visit/cancel.ts';
import { listVisits } from '../services/visit/list.ts';
import { visitTimes } from '../services/visit/times.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** Showing once a year that one is there: faces, videos, visits. */
export function residentAuthenticationRoutes(on: On): void {
  on(api.rememberDifficulty, ({ ctx, who, body }) => rememberDifficulty(ctx, who, body));
  on(api.beginFaceCheck, async ({ ctx, who, params, body }) => {
    const { answer, fresh } = await beginFaceCheck(ctx, who, params.faceCheckId, body);
    return new Answer(answer, fresh ? undefined : OK);
  });
  on(api.finishFaceCheck, ({ ctx, who, params }) => finishFaceCheck(ctx, who, params.faceCheckId));
  on(api.faceCheck, ({ ctx, who, params }) => readFaceCheck(ctx, who, params.faceCheckId));
  on(api.withdrawFaceConsent, ({ ctx, who, params }) => withdrawFaceConsent(ctx, who, params.faceCheckId));
  on(api.givenConsents, ({ ctx, who }) => listGivenConsents(ctx, who));
  on(api.beginUpload, ({ ctx, who, params, body }) => beginUpload(ctx, who, params.uploadId, body));
  on(api.upload, ({ ctx, who, params }) => readUpload(ctx, who, params.uploadId));
  on(api.uploadPiece, ({ ctx, who, params, file }) => receivePiece(ctx, who, params.uploadId, Number(params.piece), file));
  on(api.finishUpload, ({ ctx, who, params }) => finishUpload(ctx, who, params.uploadId));
  on(api.sendEvidence, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await sendEvidence(ctx, who, params.authenticationId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.authentications, ({ ctx, who }) => listAuthentications(ctx, who));
  on(api.visitTimes, ({ ctx, who, query }) => visitTimes(ctx, who, query));
  on(api.bookVisit, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await bookVisit(ctx, who, params.visitId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.visits, ({ ctx, who }) => listVisits(ctx, who));
  on(api.cancelVisit, ({ ctx, who, params }) => cancelVisit(ctx, who, params.visitId));
}
