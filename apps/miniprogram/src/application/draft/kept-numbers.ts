import { checkIdentityNumber, type DraftForm, keptOf, type MemberForm } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

const kept = (member: MemberForm, today?: CivilDate): MemberForm => {
  const { paper, paperKept: _old, ...rest } = member;
  if (!paper) return member;
  // What is still being typed stays until it is whole.
  if (today && paper.kind === 'resident-identity' && checkIdentityNumber(paper.number, today)) return member;
  const what = keptOf(paper);
  return what ? { ...rest, paperKept: what } : member;
};

/** The form as this phone keeps it once the server has it: of each number only what it takes to recognise it. */
export const withoutNumbers = (form: DraftForm, today?: CivilDate): DraftForm => {
  if (!form.members?.some((member) => member.paper && 'number' in member.paper)) return form;
  return { ...form, members: form.members.map((member) => kept(member, today)) };
};

/** The server does not have these numbers any more: they are asked for again. */
export const askedAgain = (form: DraftForm, memberIds: readonly string[]): DraftForm => {
  if (memberIds.length === 0 || !form.members) return form;
  const asked = ({ paperKept, ...member }: MemberForm): MemberForm =>
    paperKept && !memberIds.includes(member.id) ? { ...member, paperKept } : member;
  return { ...form, members: form.members.map(asked) };
};
