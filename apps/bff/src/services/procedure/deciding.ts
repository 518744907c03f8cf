import type { EventKind } from '@assist/policy-chongqing';

const DECIDES: readonly unknown[] = ['confirmed', 'refused'] satisfies EventKind[];

/**
 * Whether this step is somebody's own decision about a household, for it or against it: the second person, who shows two factors at the desk.
 * Nothing else's word for her is enough, least of all that of a system.
 */
export const isDecision = (kind: unknown): boolean => DECIDES.includes(kind);
