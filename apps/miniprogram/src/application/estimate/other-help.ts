import type { EstimateLine } from './estimate.ts';

/** What help of other kinds is about, in the order in which it is shown, with the benefits that belong there. */
const KINDS = [
  { title: '看病', ids: ['medical-costs', 'medical-insurance', 'medical-tilt', 'emergency-treatment'] },
  {
    title: '老人',
    ids: ['old-age-allowance', 'elder-disabled-subsidy', 'elder-aged-subsidy', 'destitute-care-subsidy', 'collective-care', 'care-visits'],
  },
  { title: '残疾', ids: ['disability-living-allowance', 'disability-nursing-allowance', 'barrier-free'] },
  { title: '上学、找活', ids: ['education', 'employment'] },
  { title: '房子、水电', ids: ['housing', 'bill-relief', 'waste-fee-relief'] },
] as const;
/** Whatever the rules know beside these; a new benefit is never lost for want of a place. */
const REST = '别的';

export interface HelpOfAKind {
  readonly title: string;
  readonly lines: readonly EstimateLine[];
}

/** Sorts help of other kinds by what it is about. Kinds without any are left out. */
export function byKind(others: readonly EstimateLine[]): HelpOfAKind[] {
  const rule = ({ id }: EstimateLine) => id.split('/')[0] as string;
  const named = new Set<string>(KINDS.flatMap((k) => k.ids));
  return [
    ...KINDS.map(({ title, ids }) => ({ title, lines: others.filter((l) => (ids as readonly string[]).includes(rule(l))) })),
    { title: REST, lines: others.filter((l) => !named.has(rule(l))) },
  ].filter((k) => k.lines.length > 0);
}
