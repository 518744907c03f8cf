import type { Fault, FaultKind } from '../state/faults.ts';

const KINDS: readonly FaultKind[] = ['latency', 'reset', 'errcode', 'html-502', 'html-500', 'truncated', 'nonsense'];

/** The fault that a test orders, or a sentence that says what is wrong with the order. */
export function readFault(given: Record<string, unknown>): Fault | string {
  const { kind, path = '/', times = 1, after = false, errcode = 0, ms = 0 } = given;
  if (!KINDS.includes(kind as FaultKind)) return `kind must be one of ${KINDS.join(', ')}`;
  if (typeof path !== 'string' || !path.startsWith('/')) return 'path must begin with /';
  if (times !== null && !(Number.isInteger(times) && (times as number) > 0)) return 'times must be a positive integer or null';
  if (typeof after !== 'boolean') return 'after must be true or false';
  if (kind === 'errcode' && (!Number.isInteger(errcode) || errcode === 0)) return 'errcode must be an integer other than 0';
  if (kind === 'latency' && !(typeof ms === 'number' && ms > 0)) return 'ms must be positive';
  return { kind: kind as FaultKind, path, times: times as number | null, after, errcode: errcode as number, ms: ms as number };
}
