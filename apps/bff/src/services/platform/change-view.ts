import type { PlatformChange } from '@assist/contracts';
import { and, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { platformFeed } from '../../db/schema.ts';
import { ServiceProblem } from '../problem.ts';
import type { PlatformClient } from './client.ts';

const t = platformFeed;
export type FeedRow = typeof t.$inferSelect;

/** Procedures another system hears of. A complaint or a report by name is nobody's business but its own office's. */
export const TOLD_PROCEDURES = [
  'application',
  'application/destitute',
  'application/rigid-expenditure',
  'temporary',
  'small-sum-first',
  'review',
  'raise',
  'cut',
  'stop',
  'taper',
  'after-death',
  'after-absence',
  'alert',
  'exit',
] as const;

/** What a client hears of: its districts, procedures that are told, and referrals to the help it decides about (JLP53-6-6d, YM239-2-4c). */
export const heardBy = (client: PlatformClient): SQL =>
  and(
    isNotNull(t.seq),
    inArray(t.district, [...client.districts]),
    or(isNull(t.procedure), inArray(t.procedure, [...TOLD_PROCEDURES])),
    or(ne(t.kind, 'referral'), inArray(t.target, [...(client.referrals ?? [])])),
  ) as SQL;

export const cursorText = (seq: number): string => `c${seq}`;

/** @throws ServiceProblem `bad-request` */
export function seqOf(cursor: string): number {
  const seq = Number(cursor.slice(1));
  if (!/^c\d{1,15}$/.test(cursor) || !Number.isSafeInteger(seq)) throw new ServiceProblem('bad-request');
  return seq;
}

/** Ids and kinds only: nothing about a person leaves in a webhook or a list. */
export const changeView = (row: FeedRow): PlatformChange => ({
  id: row.id,
  cursor: cursorText(row.seq ?? 0),
  type: `${row.kind}.${row.what}`,
  at: instantText(row.at),
  office: row.officeId,
  district: row.district,
  ...(row.procedure && { procedure: row.procedure }),
  ...(row.applicationId && { applicationId: row.applicationId }),
  ...(row.runId && { runId: row.runId }),
  ...(row.eventId && { eventId: row.eventId }),
  ...(row.referralId && { referralId: row.referralId }),
  ...(row.target && { target: row.target }),
});
