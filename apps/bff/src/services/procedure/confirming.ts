import type { EventKind } from '@assist/policy-chongqing';

/**
 * Whether this step is somebody's own decision about a household: the second person, who shows two factors at the desk. Nothing else's word
 * for her is enough, least of all that of a system.
 */
export const isConfirming = (kind: unknown): boolean => kind === ('confirmed' satisfies EventKind);
