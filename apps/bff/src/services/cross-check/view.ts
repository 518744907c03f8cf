import type { CheckQuestionView, CheckView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CHECK_ITEMS, type CheckItem } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { crossCheckDisputes, crossCheckPeople, crossCheckQuestions, crossChecks } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { type CheckedPerson, checkPlace } from './sealed-places.ts';

export type CheckRow = typeof crossChecks.$inferSelect;
type Question = typeof crossCheckQuestions.$inferSelect;
type Dispute = typeof crossCheckDisputes.$inferSelect;

/** A check with all its questions and what came; in the order of the documents' items. */
export async function checkView(ctx: Context, check: CheckRow): Promise<CheckView> {
  const [people, questions, disputes] = await Promise.all([
    ctx.db.select().from(crossCheckPeople).where(eq(crossCheckPeople.checkId, check.id)).orderBy(asc(crossCheckPeople.memberId)),
    ctx.db.select().from(crossCheckQuestions).where(eq(crossCheckQuestions.checkId, check.id)),
    ctx.db.select().from(crossCheckDisputes).where(eq(crossCheckDisputes.checkId, check.id)).orderBy(asc(crossCheckDisputes.at)),
  ]);
  return {
    checkId: check.id,
    askedOn: dayInShanghai(check.askedAt.getTime()),
    ...(check.endedHow && check.endedAt && { ended: { how: check.endedHow, on: dayInShanghai(check.endedAt.getTime()) } }),
    people: people.map((one) => ({
      memberId: one.memberId,
      name: ctx.cipher.openJson<CheckedPerson>(checkPlace.person(check.id, one.memberId), one.personSealed).name,
      ...(one.authorisedOn && { authorisedOn: one.authorisedOn as CivilDate }),
      ...(one.child && { child: true as const }),
    })),
    questions: questionViews(ctx, questions, disputes),
  };
}

const ORDER: ReadonlyMap<string, number> = new Map(CHECK_ITEMS.map((one, i) => [one.id, i]));

function questionViews(ctx: Context, questions: readonly Question[], disputes: readonly Dispute[]): CheckQuestionView[] {
  const lines = new Map(
    questions.flatMap((one) =>
      one.answerSealed ? [[one.id, ctx.cipher.openJson<string[]>(checkPlace.answer(one.id), one.answerSealed)] as const] : [],
    ),
  );
  const otherwise = (one: Question) =>
    questions.some(
      (other) =>
        other.memberId === one.memberId &&
        other.item === one.item &&
        other.source !== one.source &&
        lines.has(one.id) &&
        lines.has(other.id) &&
        [...(lines.get(one.id) ?? [])].sort().join('\n') !== [...(lines.get(other.id) ?? [])].sort().join('\n'),
    );
  return questions
    .toSorted(
      (a, b) =>
        a.memberId.localeCompare(b.memberId) || (ORDER.get(a.item) ?? 0) - (ORDER.get(b.item) ?? 0) || a.source.localeCompare(b.source),
    )
    .map((one) => ({
      questionId: one.id,
      memberId: one.memberId,
      item: { id: one.item as CheckItem, title: CHECK_ITEMS.find((item) => item.id === one.item)?.title ?? '' },
      source: ctx.checkSources.find((source) => source.name === one.source)?.title ?? one.source,
      state: one.state === 'asking' ? 'waiting' : one.state,
      ...(one.why && { why: one.why as NonNullable<CheckQuestionView['why']> }),
      ...(one.firstAskedAt && { askedOn: dayInShanghai(one.firstAskedAt.getTime()) }),
      ...(one.answeredOn && { answer: { on: one.answeredOn as CivilDate, lines: [...(lines.get(one.id) ?? [])] } }),
      ...(otherwise(one) && { contradicts: true as const }),
      disputes: disputes.filter((each) => each.questionId === one.id).map((each) => disputeView(ctx, each)),
    }));
}

const disputeView = (ctx: Context, row: Dispute): CheckQuestionView['disputes'][number] => ({
  disputeId: row.id,
  at: instantText(row.at),
  words: ctx.cipher.openText(checkPlace.dispute(row.id), row.wordsSealed),
  ...(row.answeredAt &&
    row.answerSealed && {
      answer: { at: instantText(row.answeredAt), words: ctx.cipher.openText(checkPlace.reply(row.id), row.answerSealed) },
    }),
});

/** Checks of a run, the first first. */
export async function checksOfRun(ctx: Context, runId: string): Promise<CheckView[]> {
  const rows = await ctx.db.select().from(crossChecks).where(eq(crossChecks.runId, runId)).orderBy(asc(crossChecks.askedAt));
  return Promise.all(rows.map((row) => checkView(ctx, row)));
}
