import { CHANGE_FORM_VERSION, type ChangeForm, changeFormSchema, type ProblemField } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { ChangeDraft, ChangedDraft, ChangeRecord, IncomeDraft } from './change-record.ts';

type Sent = { readonly fileId: string; readonly about: ChangeForm['photos'][number]['about']; readonly memberId?: string };

const said = (text: string | undefined): text is string => Boolean(text?.trim());
/** Leaves out what was not said; an amount that is still to come is not zero. */
const drop = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** Kinds that were chosen and have no amount yet say nothing; "no income" is said by an empty list. */
function incomeOf(income: readonly IncomeDraft[] | undefined) {
  if (!income || income.length === 0) return income;
  const told = income.filter((one) => one.amount !== undefined);
  return told.length > 0 ? told : undefined;
}

function changedOf({ memberName, words, income, joins, spending, ...rest }: ChangedDraft) {
  const newcomer = joins && Object.keys(joins).some((key) => !['id', 'livesTogether', 'absence'].includes(key)) ? joins : undefined;
  return drop({
    ...rest,
    ...(said(memberName) && { memberName: memberName.trim() }),
    ...(said(words) && { words: words.trim() }),
    income: incomeOf(income),
    joins: newcomer && drop({ name: '', ...newcomer, id: 'n1', relation: newcomer.relation ?? 'other', income: incomeOf(newcomer.income) }),
    spending: spending?.amount === undefined ? undefined : spending,
  });
}

function rawForm({ lane, draft }: Pick<ChangeRecord, 'lane' | 'draft'>, photos: readonly Sent[]): unknown {
  const { caseId, personName, residence, receives, reporter, changed, lateReason, story, declared, passOn } = draft;
  return drop({
    formVersion: CHANGE_FORM_VERSION,
    caseId,
    person: caseId === undefined && said(personName) ? { name: personName.trim() } : undefined,
    residence: caseId === undefined ? residence : undefined,
    receives: caseId === undefined && said(receives) ? receives : undefined,
    reporter: { as: reporter.as ?? 'self', ...drop(pick(reporter)) },
    changed: lane === 'nothing' ? [] : changed.map(changedOf),
    nothingChanged: lane === 'nothing' ? true : undefined,
    lateReason: said(lateReason) ? lateReason.trim() : undefined,
    story: said(story) ? story.trim() : undefined,
    photos,
    declared: declared?.length ? declared : undefined,
    passOn,
  });
}

function pick({ as, ...rest }: ChangeDraft['reporter']) {
  // Relation, name and phone are of somebody else than the person.
  if (as === undefined || as === 'self') return {};
  return Object.fromEntries(Object.entries(rest).filter(([, text]) => said(text)));
}

export type FormOf = { readonly ok: true; readonly form: ChangeForm } | { readonly ok: false; readonly fields: readonly ProblemField[] };

/** The notice as it is sent, or what cannot be, each with a sentence and a path. Nothing that is merely missing is in there. */
export function formOf(record: Pick<ChangeRecord, 'lane' | 'draft'>, photos: readonly Sent[], today: CivilDate): FormOf {
  const parsed = changeFormSchema.safeParse(rawForm(record, photos));
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), sentence: issue.message || '这里请再看一下' }));
    return { ok: false, fields };
  }
  const fields = impossibleDays(parsed.data, today);
  return fields.length > 0 ? { ok: false, fields } : { ok: true, form: parsed.data };
}

export const NOT_YET = '这个日子还没到，请再看一下';

function impossibleDays(form: ChangeForm, today: CivilDate): ProblemField[] {
  return form.changed.flatMap(({ happenedOn, joins }, i) => [
    ...(happenedOn && happenedOn > today ? [{ path: `changed.${i}.happenedOn`, sentence: NOT_YET }] : []),
    ...(joins?.birthDate && joins.birthDate > today ? [{ path: `changed.${i}.joins.birthDate`, sentence: NOT_YET }] : []),
  ]);
}
