import { type KeptPaper, keptOf, type Paper } from '@assist/contracts';

interface Member {
  readonly id?: unknown;
  readonly paper?: Paper;
  readonly paperKept?: KeptPaper;
}
type Form = Readonly<Record<string, unknown>>;

const membersOf = (form: Form | undefined): readonly Member[] => (Array.isArray(form?.members) ? (form.members as Member[]) : []);
const numbered = (paper: Paper | undefined): KeptPaper | undefined =>
  typeof paper === 'object' && paper !== null && 'number' in paper && typeof paper.number === 'string' ? keptOf(paper) : undefined;

/** A draft as it leaves for a phone: no number of anybody's paper in it. */
export function withoutNumbers<F extends Form>(form: F): F {
  if (!Array.isArray(form.members)) return form;
  const members = membersOf(form).map((member) => {
    const kept = numbered(member?.paper);
    if (!kept) return member;
    const { paper: _number, ...rest } = member;
    return { ...rest, paperKept: kept };
  });
  return { ...form, members };
}

/**
 * A form as it comes from a phone, with the numbers that lie with its draft put back.
 * @param stored the draft as it lies here
 * @returns also ids of members whose number is not there: it was deleted meanwhile, or was another person's
 */
export function withNumbers<F extends Form>(form: F, stored: Form | undefined): { readonly form: F; readonly missing: readonly string[] } {
  if (!membersOf(form).some((member) => member?.paperKept)) return { form, missing: [] };
  const there = new Map(membersOf(stored).map((member) => [member.id, member.paper]));
  const missing: string[] = [];
  const members = membersOf(form).map((member) => {
    if (!member?.paperKept) return member;
    const { paperKept: kept, ...rest } = member;
    if (rest.paper) return rest;
    const paper = there.get(member.id);
    const found = numbered(paper);
    if (found && found.kind === kept.kind && found.ending === kept.ending) return { ...rest, paper };
    missing.push(String(member.id));
    return rest;
  });
  return { form: { ...form, members }, missing };
}
