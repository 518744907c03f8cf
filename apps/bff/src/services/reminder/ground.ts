import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { applications, caseFiles, caseMembers, correctionAnswers, corrections, type reminders } from '../../db/schema.ts';
import type { Context } from '../context.ts';

export type ReminderRow = typeof reminders.$inferSelect;

/** `climb`: still to be reminded. `met`, `moot`: it ends here. `visit`: its own visit is today, and that is its end. */
export type Ground = 'climb' | 'met' | 'moot' | 'visit';

/** Why there is still, or no longer, something to remind of: read from what happened, so that no event can be missed. */
export async function groundOf(ctx: Context, row: ReminderRow): Promise<Ground> {
  if (row.kind === 'authentication-due') return groundOfDue(ctx, row);
  return row.kind === 'visit-arranged' ? groundOfVisit(ctx, row) : groundOfCorrection(ctx, row);
}

async function groundOfDue(ctx: Context, row: ReminderRow): Promise<Ground> {
  const [member] = await ctx.db
    .select({ next: caseMembers.nextAuthentication })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(
      and(
        eq(caseMembers.caseId, row.caseId ?? ''),
        eq(caseMembers.memberId, row.memberId ?? ''),
        isNull(caseMembers.leftOn),
        isNull(caseFiles.endedOn),
      ),
    );
  if (!member?.next || !row.due) return 'moot';
  return member.next > row.due ? 'met' : 'climb';
}

async function groundOfVisit(ctx: Context, row: ReminderRow): Promise<Ground> {
  const [visit] = await ctx.db
    .select()
    .from(visits)
    .where(eq(visits.id, row.subjectId ?? ''));
  if (visit?.state === 'done') return 'met';
  if (visit?.state !== 'arranged' || !visit.day) return 'moot';
  return visit.day <= dayInShanghai(ctx.clock()) ? 'visit' : 'climb';
}

async function groundOfCorrection(ctx: Context, row: ReminderRow): Promise<Ground> {
  const [round] = await ctx.db
    .select({ state: applications.state, answer: correctionAnswers.id })
    .from(corrections)
    .innerJoin(applications, eq(applications.id, corrections.applicationId))
    .leftJoin(correctionAnswers, eq(correctionAnswers.correctionId, corrections.id))
    .where(eq(corrections.id, row.subjectId ?? ''));
  return round?.state === 'correction-asked' && !round.answer ? 'climb' : 'met';
}
