import { readContactSources } from '../services/authentication/read-sources.ts';
import type { Context } from '../services/context.ts';
import { expireDrafts } from '../services/draft/remove.ts';
import { catchUpFaceChecks } from '../services/face-check/catch-up.ts';
import { sweepFiles } from '../services/file/remove.ts';
import { endLeases } from '../services/queue/lease.ts';
import { forgetOld } from '../services/session/forget-old.ts';
import { sweepUploads } from '../services/upload/sweep.ts';

export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  run(ctx: Context): Promise<unknown>;
}

const MINUTE = 60_000;

/** What is done again and again; each may run twice or late without harm. */
export const CHORES: readonly Chore[] = [
  { name: 'end-leases', everyMs: MINUTE, run: endLeases },
  { name: 'expire-drafts', everyMs: 60 * MINUTE, run: expireDrafts },
  { name: 'sweep-uploads', everyMs: 60 * MINUTE, run: sweepUploads },
  { name: 'sweep-files', everyMs: 60 * MINUTE, run: sweepFiles },
  { name: 'catch-up-face-checks', everyMs: MINUTE, run: catchUpFaceChecks },
  { name: 'read-contact-sources', everyMs: 5 * MINUTE, run: readContactSources },
  { name: 'forget-old', everyMs: 60 * MINUTE, run: forgetOld },
];
