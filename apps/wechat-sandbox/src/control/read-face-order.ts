import type { FaceOrder, FaceOrderKind } from '../state/face-checks.ts';

const KINDS: readonly FaceOrderKind[] = ['pass', 'ret', 'cancel', 'dies', 'slow', 'later'];
const USUAL: Readonly<Partial<Record<FaceOrderKind, number>>> = { pass: 10000, cancel: 90002, dies: 10300 };

/** What a test orders for coming face checks, or a sentence that says what is wrong with the order. */
export function readFaceOrder(given: Record<string, unknown>): FaceOrder | string {
  const { kind, persona, verifyRet = USUAL[kind as FaceOrderKind], ms = 0, seconds = 0, times = 1 } = given;
  if (!KINDS.includes(kind as FaceOrderKind)) return `kind must be one of ${KINDS.join(', ')}`;
  if (persona !== undefined && typeof persona !== 'string') return 'persona must be an id';
  if (verifyRet !== undefined && !Number.isInteger(verifyRet)) return 'verifyRet must be an integer';
  if (kind === 'ret' && verifyRet === undefined) return 'verifyRet is missing';
  if (typeof ms !== 'number' || ms < 0 || (kind === 'slow' && ms === 0)) return 'ms must be positive';
  if (typeof seconds !== 'number' || seconds < 0 || (kind === 'later' && seconds === 0)) return 'seconds must be positive';
  if (times !== null && !(Number.isInteger(times) && (times as number) > 0)) return 'times must be a positive integer or null';
  return { kind: kind as FaceOrderKind, persona, verifyRet: verifyRet as number | undefined, ms, seconds, times: times as number | null };
}
