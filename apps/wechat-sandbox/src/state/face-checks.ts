import { createHash } from 'node:crypto';
import type { SandboxClock } from './clock.ts';
import { randomText } from './random-text.ts';

/**
 * What a test orders for a coming face check.
 * - `pass`   the person is identified
 * - `ret`    WeChat finds `verifyRet`
 * - `cancel` the person leaves the check (`verifyRet`, default 90002)
 * - `dies`   the phone never calls back (`verifyRet`, default 10300: WeChat found nothing either)
 * - `slow`   the phone calls back after `ms`
 * - `later`  WeChat knows its result only after `seconds`; until then it says 10300
 */
export type FaceOrderKind = 'pass' | 'ret' | 'cancel' | 'dies' | 'slow' | 'later';

export interface FaceOrder {
  readonly kind: FaceOrderKind;
  /** Whose phone; any without it. */
  readonly persona: string | undefined;
  readonly verifyRet: number | undefined;
  readonly ms: number;
  readonly seconds: number;
  /** How many checks it still decides; null for until cleared. */
  times: number | null;
}

export interface FaceCheck {
  readonly verifyId: string;
  readonly outSeqNo: string;
  readonly openid: string;
  readonly name: string;
  readonly number: string;
  readonly certHash: string;
  readonly expiresAt: number;
  /** Shown on a phone: it is shown once. */
  shown: boolean;
  verifyRet: number;
  /** From when on the result is known. */
  knownAt: number;
}

export interface FaceChecks {
  /** Undefined when the sequence number was used before. */
  begin(given: { outSeqNo: string; openid: string; name: string; number: string }): FaceCheck | undefined;
  get(verifyId: string): FaceCheck | undefined;
  expired(check: FaceCheck): boolean;
  /** What WeChat says of it now. */
  resultOf(check: FaceCheck): number;
  list(): FaceCheck[];
  order(order: FaceOrder): void;
  /** The order that decides this phone's next check, counted down. */
  takeOrder(persona: string): FaceOrder | undefined;
  orders(): FaceOrder[];
  clearOrders(): void;
  clear(): void;
}

const LIFETIME_SECONDS = 3600;
export const NOT_FINISHED = 10300;

export function faceChecks(clock: SandboxClock): FaceChecks {
  const checks = new Map<string, FaceCheck>();
  const sequenceNumbers = new Set<string>();
  let ordered: FaceOrder[] = [];
  return {
    begin(given) {
      if (sequenceNumbers.has(given.outSeqNo)) return undefined;
      sequenceNumbers.add(given.outSeqNo);
      const check: FaceCheck = {
        ...given,
        verifyId: randomText(64),
        certHash: certHash('IDENTITY_CARD', given.name, given.number),
        expiresAt: clock.now() + LIFETIME_SECONDS * 1000,
        shown: false,
        verifyRet: NOT_FINISHED,
        knownAt: 0,
      };
      checks.set(check.verifyId, check);
      return check;
    },
    get: (verifyId) => checks.get(verifyId),
    expired: (check) => clock.now() >= check.expiresAt,
    resultOf: (check) => (clock.now() >= check.knownAt ? check.verifyRet : NOT_FINISHED),
    list: () => [...checks.values()],
    order: (order) => void ordered.push(order),
    takeOrder(persona) {
      const order = ordered.find((one) => one.persona === undefined || one.persona === persona);
      if (order !== undefined && order.times !== null) order.times -= 1;
      ordered = ordered.filter((one) => one.times === null || one.times > 0);
      return order;
    },
    orders: () => ordered.map((order) => ({ ...order })),
    clearOrders() {
      ordered = [];
    },
    clear() {
      checks.clear();
      sequenceNumbers.clear();
      ordered = [];
    },
  };
}

/** SHA-256 over the three fields, each in base64 (protocol §6.4). */
export function certHash(type: string, name: string, number: string): string {
  const text = Object.entries({ cert_type: type, cert_name: name, cert_no: number })
    .map(([key, value]) => `${key}=${Buffer.from(value).toString('base64')}`)
    .join('&');
  return createHash('sha256').update(text).digest('hex');
}
