import type { Family } from '@assist/contracts';
import type { ChangedDraft, ChangeRecord } from '@/application/change/change-record';

type Told = Pick<ChangeRecord, 'draft' | 'beside'>;

/** The case it is meant for: the account's only one, unless the person said otherwise. A helper never speaks for their own. */
export function caseMeant({ draft, beside }: Told, family: Family | undefined): string | undefined {
  if (draft.reporter.as === 'helper' || beside.otherHousehold) return undefined;
  if (draft.caseId !== undefined) return draft.caseId;
  return family?.cases.length === 1 ? family.cases[0]?.caseId : undefined;
}

export const caseOf = ({ draft }: Pick<ChangeRecord, 'draft'>, family: Family | undefined) =>
  family?.cases.find((one) => one.caseId === draft.caseId);

/** Whose household, as one says it: 周德明一家. */
export function householdName({ draft }: Pick<ChangeRecord, 'draft'>, family: Family | undefined): string {
  const name = caseOf({ draft }, family)?.members[0]?.name ?? draft.personName?.trim();
  return name ? `${name}一家` : '您家';
}

/** Who a change is about; nothing where nobody was said. */
export function nameOf(one: ChangedDraft | undefined, record: Pick<ChangeRecord, 'draft'>, family: Family | undefined): string | undefined {
  const member = caseOf(record, family)?.members.find((m) => m.memberId === one?.member);
  return (member?.name ?? one?.memberName?.trim()) || undefined;
}
