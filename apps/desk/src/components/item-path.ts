import type { WorkItemView } from '@assist/contracts';

/** Where an item is opened; an identity conflict opens in a dialog of its lane instead. */
export function pathOf(item: Pick<WorkItemView, 'kind' | 'applicationId' | 'subjectId' | 'workItemId'>): string | undefined {
  if (item.kind === 'application') return item.applicationId && `/cases/${item.applicationId}`;
  if (item.kind === 'change') return item.subjectId && `/changes/${item.subjectId}`;
  if (item.kind === 'urgent') return item.subjectId && `/urgent/${item.subjectId}`;
  if (item.kind === 'identity-conflict') return undefined;
  if (item.kind === 'objection') return item.subjectId && `/objections/${item.subjectId}`;
  if (item.kind === 'complaint') return item.subjectId && `/complaints/${item.subjectId}`;
  if (item.kind === 'application-run' || item.kind === 'case-run' || item.kind === 'alert')
    return item.subjectId && `/runs/${item.subjectId}`;
  if (item.kind === 'door') return item.subjectId && `/doors/${item.subjectId}`;
  if (item.kind === 'referral') return '/referrals';
  if (item.kind === 'meeting') return '/watched';
  if (item.kind === 'account') return item.subjectId && `/register/${item.subjectId}`;
  return `/authentications/${item.workItemId}`;
}
