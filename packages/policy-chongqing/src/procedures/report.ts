import type { Procedure } from './kernel/procedure.ts';
import { carries, done } from './kernel/requirement.ts';

const CLAUSES = ['JLP53-7-1b', 'YC67-5-2c', 'MCA57-37', 'SAL2026-68'];

/** A report by name is looked into each time and answered to the reporter; it cannot end without an answer. */
export const REAL_NAME_REPORT: Procedure = {
  id: 'real-name-report',
  title: '实名举报',
  canLower: false,
  ends: ['answered'],
  steps: [
    {
      event: 'opened',
      by: ['resident', 'village', 'township', 'district'],
      requires: [],
      clauses: [...CLAUSES, 'YC67-5-2b', 'SAL2026-60'],
    },
    {
      event: 'looked-into',
      by: ['township', 'district'],
      requires: [done('opened', '先有举报', ...CLAUSES), carries('reason', '写明查了什么', ...CLAUSES)],
      clauses: CLAUSES,
    },
    {
      event: 'answered',
      by: ['township', 'district'],
      requires: [done('looked-into', '核查过', ...CLAUSES), carries('reason', '写明告诉举报人的结果', ...CLAUSES)],
      clauses: CLAUSES,
      leftToOfficer: '被举报的一方不会知道是谁举报的；查出要减要停的，另走减发、停发程序。',
    },
  ],
};
