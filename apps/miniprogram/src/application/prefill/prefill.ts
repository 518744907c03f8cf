import {
  type DraftForm,
  type Known,
  type KnownMember,
  type MemberForm,
  NOT_KNOWN,
  type Prefilled,
  type PrefilledField,
} from '@assist/contracts';
import { fullName } from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import { dayInWords } from '../../wording/day.ts';
import type { TakenOut } from '../draft/draft-record.ts';
import { memberOf, membersOf, nextMemberId, withMember, withNewMember } from '../draft/edits.ts';
import { placeText } from '../printing/copy-lines.ts';
import { DISABILITY_NAMES, GRADE_NAMES, RELATION_NAMES } from '../words/names.ts';

type Values = KnownMember['values'];

/** A value as a person reads it; the same words go to the clerk beside it. */
export function shownOf(values: Values, field: PrefilledField): string | undefined {
  const { name, relation, birthDate, disability, registration } = values;
  if (field === 'name') return name.trim() || undefined;
  if (field === 'relation') return relation && RELATION_NAMES[relation];
  if (field === 'birthDate') return birthDate && dayInWords(birthDate);
  if (field === 'registration') return placeText(registration, (code) => fullName(code as DivisionCode));
  if (disability === undefined) return undefined;
  return disability ? `${DISABILITY_NAMES[disability.category]}${GRADE_NAMES[disability.grade - 1]}` : '没有';
}

/** What of a person is not written yet, by their own hand or ours. A new person's relation is not told by them. */
const isEmpty = (member: MemberForm, field: PrefilledField): boolean =>
  field === 'name' ? !member.name.trim() : field === 'relation' ? false : member[field] === undefined;

/**
 * Fills in what is known and not written yet, and writes down beside the form where each value came from. What the person wrote or
 * disputed stays as it is.
 */
export function withKnown(form: DraftForm, known: Known, taken: readonly string[] = []): DraftForm {
  return known.members.reduce((filled, one) => withKnownMember(filled, one, taken), form);
}

function withKnownMember(form: DraftForm, { me, values, sources }: KnownMember, taken: readonly string[]): DraftForm {
  const there = me ? memberOf(form, 'm1') : membersOf(form).find((m) => m.id !== 'm1' && m.name.trim() === values.name.trim());
  // Whoever was taken out of the list, or called otherwise, is not put in again by the same source.
  if (!there && (form.prefilled ?? []).some((p) => p.field === 'name' && p.shown === values.name.trim())) return form;
  const id = there?.id ?? (me ? 'm1' : nextMemberId(form, [...taken, ...(form.prefilled ?? []).map((p) => p.memberId)]));
  const before = there ? form : withNewMember(form, { id, relation: values.relation ?? 'other', name: '' });
  const member = memberOf(before, id) as MemberForm;
  const said = sources.flatMap(({ field, from, on }) => (field === NOT_KNOWN || from === NOT_KNOWN ? [] : [{ field, from, on }]));
  const fresh = said.filter(
    ({ field }) =>
      (isEmpty(member, field) || (field === 'relation' && !there)) &&
      !(form.prefilled ?? []).some((p) => p.memberId === id && p.field === field),
  );
  const prefilled = fresh.flatMap(({ field, from, on }): Prefilled[] => {
    const shown = shownOf(values, field);
    return shown === undefined ? [] : [{ memberId: id, field, from, on, shown }];
  });
  if (prefilled.length === 0) return form;
  const part = Object.fromEntries(prefilled.map(({ field }) => [field, values[field]]));
  return { ...withMember(before, id, part), prefilled: [...(before.prefilled ?? []), ...prefilled] };
}

/** How many values could still be filled in. */
export const fillable = (form: DraftForm, known: Known): number =>
  (withKnown(form, known).prefilled ?? []).length - (form.prefilled ?? []).length;

/** What was filled in for people who are still in the list. */
export const prefilledOf = (form: DraftForm, memberId?: string): readonly Prefilled[] =>
  (form.prefilled ?? []).filter((p) => (memberId === undefined || p.memberId === memberId) && memberOf(form, p.memberId) !== undefined);

/** Whether the value stands as it was filled in. */
export function standsAsFilled(form: DraftForm, { memberId, field, shown }: Prefilled): boolean {
  const member = memberOf(form, memberId);
  return member !== undefined && shownOf(member, field) === shown;
}

/**
 * The person says that a value is wrong. It is taken out of the form at once, so that nobody counts with it; that it was there, and that
 * they disputed it, goes to the township beside what they write themselves.
 * @param at RFC 3339
 */
export function withDispute(form: DraftForm, { memberId, field }: Pick<Prefilled, 'memberId' | 'field'>, at: string): DraftForm {
  const emptied: Partial<MemberForm> =
    field === 'name' ? { name: '' } : field === 'relation' ? { relation: 'other' } : { [field]: undefined };
  return {
    ...withMember(form, memberId, memberId === 'm1' && field === 'relation' ? {} : emptied),
    prefilled: (form.prefilled ?? []).map((p) =>
      p.memberId === memberId && p.field === field && p.disputed === undefined ? { ...p, disputed: at } : p,
    ),
  };
}

/** What `withDispute` will take out, to be put back where the person says that it was right after all. */
export function takenOutBy(form: DraftForm, { memberId, field }: Pick<Prefilled, 'memberId' | 'field'>): TakenOut | undefined {
  const member = memberOf(form, memberId);
  return member && { memberId, field, value: member[field] };
}

/** It was right after all: the value stands in the form again, as it was filled in, and counts like any other. */
export function withoutDispute(form: DraftForm, { memberId, field, value }: TakenOut): DraftForm {
  return {
    ...withMember(form, memberId, { [field]: value }),
    prefilled: (form.prefilled ?? []).map((p) => {
      const { disputed: _wrong, ...right } = p;
      return p.memberId === memberId && p.field === field ? right : p;
    }),
  };
}
