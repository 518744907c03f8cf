import type { ChangeCase } from '@assist/contracts';
import { and, asc, eq, inArray, ne, notInArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { changeContradictions, changes } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { Contradiction } from './contradict.ts';
import { ofHousehold } from './of-household.ts';
import type { ChangeRow } from './view.ts';

const WHY: Readonly<Record<Contradiction, string>> = {
  'same-event': '说的是同一件事，内容不一样',
  opposite: '说的正好相反',
  'nothing-changed': '一份说都没变，一份说变了',
  died: '一份说这位已经过世，一份说他还有别的变化',
};

const dayAndTime = (at: Date): string => instantText(at).slice(0, 16).replace('T', ' ');

/** Notices that say something else. Both stand; neither is believed before the other. */
export async function contradictionsOf(ctx: Context, change: ChangeRow): Promise<ChangeCase['contradicts']> {
  const rows = await ctx.db
    .select({ why: changeContradictions.why, other: changes })
    .from(changeContradictions)
    .innerJoin(changes, eq(changes.id, changeContradictions.otherId))
    .where(and(eq(changeContradictions.changeId, change.id), eq(changes.officeId, change.officeId)))
    .orderBy(asc(changes.toldAt));
  return rows.map(({ why, other }) => ({
    changeId: other.id,
    number: other.number,
    sentence: `和 ${dayAndTime(other.toldAt)} 报的 ${other.number} 不一样：${WHY[why]}。两份都留着，请都问一问。`,
  }));
}

/** Other notices of the same household that are still under way. */
export async function othersUnderWay(
  ctx: Context,
  change: ChangeRow,
  except: readonly string[],
): Promise<NonNullable<ChangeCase['others']>> {
  const household = change.caseId ?? change.matchCaseId;
  if (!household) return [];
  const rows = await ctx.db
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.officeId, change.officeId),
        ofHousehold(household),
        inArray(changes.state, ['received', 'opened', 'opinion']),
        ne(changes.id, change.id),
        ...(except.length > 0 ? [notInArray(changes.id, [...except])] : []),
      ),
    )
    .orderBy(asc(changes.toldAt))
    .limit(20);
  return rows.map((other) => ({
    changeId: other.id,
    number: other.number,
    sentence: `这一户 ${dayAndTime(other.toldAt)} 还报过 ${other.number}，还在办。`,
  }));
}
