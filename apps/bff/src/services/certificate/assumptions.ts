import type { DeclaredAssumption } from '@assist/policy';

/** Days for which a certificate is good, the day it is made counted. */
export const CERTIFICATE_DAYS = 7;

/** What no document says and we therefore declare. */
export const CERTIFICATE_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'certificate-seven-days',
    title: `一张救助证明管 ${CERTIFICATE_DAYS} 天，随时能再开、能收回`,
    why: '没有文件写证明管多久；管得短，丢了、变了也不要紧。上面不写金额和住处。',
    beside: ['SAL2026-11', 'SAL2026-42'],
  },
];
