import type { SectionId } from '../sections/section.ts';

/** Which screen a path of the form stands on, so that a question leads to the very field. */
export interface FormPlace {
  readonly section: SectionId;
  /** Id of the member whose screen it is. */
  readonly memberId?: string;
  /** The field on that screen, e.g. `birthDate`. */
  readonly field?: string;
}

const INCOME_FIELDS = ['income', 'workCosts'];
const SECTION_OF: Record<string, SectionId> = {
  residence: 'where',
  area: 'where',
  officeId: 'where',
  assets: 'assets',
  spending: 'spending',
  emergency: 'story',
  story: 'story',
  staffRelatives: 'relatives',
  payout: 'bank',
  photos: 'evidence',
  signatures: 'sign',
};

/** @param path path of a problem, e.g. `members.1.birthDate`; the server may put `form.` before it */
export function placeOf(path: string, members: readonly { readonly id: string }[]): FormPlace {
  const [first = '', index, field] = path.replace(/^form\./, '').split('.');
  if (first !== 'members') return { section: SECTION_OF[first] ?? 'members', ...(index !== undefined && { field: index }) };
  const memberId = index === undefined ? undefined : members[Number(index)]?.id;
  if (!memberId) return { section: 'members' };
  const section: SectionId = field && INCOME_FIELDS.includes(field) ? 'income' : memberId === 'm1' ? 'who' : 'members';
  return { section, memberId, ...(field !== undefined && { field }) };
}
