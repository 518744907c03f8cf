import type { Context } from '../services/context.ts';
import { expireDrafts } from '../services/draft/remove.ts';
import { sweepFiles } from '../services/file/remove.ts';
import { endLeases } from '../services/queue/lease.ts';
import { forgetOld } from '../services/session/forget-old.ts';

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
  { name: 'sweep-files', everyMs: 60 * MINUTE, run: sweepFiles },
  { name: 'forget-old', everyMs: 60 * MINUTE, run: forgetOld },
];
