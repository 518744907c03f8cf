import type { AuthenticationRole, CallInput, residentApi, Whom } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

/** Who wants to be seen, and with whose help. */
export interface RunAbout {
  readonly whom: Whom;
  readonly role: AuthenticationRole;
  /** As it is shown; the person's own where it is somebody's own. */
  readonly name: string;
  /** The township it goes to, as far as the phone knows. */
  readonly office?: string;
}

type FaceBody = CallInput<typeof residentApi.beginFaceCheck>['body'];
type VisitBody = CallInput<typeof residentApi.bookVisit>['body'];
type EvidenceBody = CallInput<typeof residentApi.sendEvidence>['body'];

export type { EvidenceBody, FaceBody, VisitBody };

/**
 * One person on the way to being seen, as this phone keeps it: what was sent keeps its id and its content,
 * so that a killed app and a lost answer change nothing. Difficulties are never kept.
 */
export interface Run extends RunAbout {
  readonly id: string;
  /** Milliseconds. */
  readonly startedAt: number;
  readonly guardian?: { readonly name: string; readonly number: string };
  /** A face check that was begun and whose end this phone has not heard. */
  readonly face?: { readonly id: string; readonly body: FaceBody };
  /** The guardian's face that passed; the photo belongs to it. */
  readonly guardianFace?: string;
  readonly visit?: { readonly id: string; readonly body: VisitBody };
  readonly evidence?: {
    readonly id: string;
    readonly takenOn?: CivilDate;
    /** Sent off: it goes by itself when all of it has arrived. */
    readonly asked?: { readonly consent: EvidenceBody['consent']; readonly body?: EvidenceBody };
  };
}

/** Days after which what was begun and not gone on with is forgotten. */
export const RUN_DAYS = 7;
