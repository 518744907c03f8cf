import type { DivisionCode } from '@assist/policy';
import { DOCUMENTS } from '../../clauses/documents/documents.ts';

const DISTRICT_OF: ReadonlyMap<string, DivisionCode> = new Map(
  DOCUMENTS.flatMap((one) => (one.district ? [[one.id, one.district] as const] : [])),
);

/** The clauses that bind in a district: another district's paper is not cited there. */
export function clausesIn(clauses: readonly string[], district: DivisionCode): readonly string[] {
  return clauses.filter((id) => {
    const of = DISTRICT_OF.get(id.slice(0, id.indexOf('-')));
    return of === undefined || of === district;
  });
}
