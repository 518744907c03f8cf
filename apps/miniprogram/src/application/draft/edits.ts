import type { DraftForm, MemberForm } from '@assist/contracts';

export const membersOf = (form: DraftForm): readonly MemberForm[] => form.members ?? [];
export const memberOf = (form: DraftForm, id: string): MemberForm | undefined => membersOf(form).find((m) => m.id === id);

/** The next id of this household: ids are never used twice, so that nothing of a removed person sticks to a new one. */
export function nextMemberId(form: DraftForm, taken: readonly string[] = []): string {
  const numbers = [...membersOf(form).map((m) => m.id), ...taken].map((id) => Number(id.slice(1)));
  return `m${Math.max(0, ...numbers) + 1}`;
}

/** Changes fields of one member. `undefined` takes an answer back: it is then "not said yet". */
export function withMember(form: DraftForm, id: string, change: Partial<MemberForm>): DraftForm {
  return { ...form, members: membersOf(form).map((m) => (m.id === id ? (dropUndefined({ ...m, ...change }) as MemberForm) : m)) };
}

export const withNewMember = (form: DraftForm, member: MemberForm): DraftForm => ({ ...form, members: [...membersOf(form), member] });

/** Takes somebody out, with what hangs on them. The applicant (`m1`) stays. */
export function withoutMember(form: DraftForm, id: string): DraftForm {
  if (id === 'm1') return form;
  return dropUndefined({
    ...form,
    members: membersOf(form).filter((m) => m.id !== id),
    spending: form.spending?.map(({ member, ...s }) => (member === id || member === undefined ? s : { ...s, member })),
    photos: form.photos?.map(({ memberId, ...p }) => (memberId === id || memberId === undefined ? p : { ...p, memberId })),
  }) as DraftForm;
}

export function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
