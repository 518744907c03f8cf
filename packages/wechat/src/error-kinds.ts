import type { WechatErrorKind } from './wechat-error.ts';

/** Codes that mean the same on every endpoint (protocol §1.1). Endpoint-specific ones lie beside the endpoint. */
const GLOBAL: Readonly<Record<number, WechatErrorKind>> = {
  [-1]: 'transient',
  40001: 'token',
  40014: 'token',
  42001: 'token',
  40002: 'bug',
  41001: 'bug',
  41002: 'bug',
  41004: 'bug',
  41008: 'bug',
  43002: 'bug',
  44002: 'bug',
  47001: 'bug',
  40003: 'caller',
  40013: 'config',
  40125: 'config',
  40164: 'config',
  40243: 'config',
  48001: 'config',
  48004: 'config',
  50002: 'config',
  50004: 'config',
  50007: 'config',
  89503: 'config',
  89506: 'config',
  89507: 'config',
  45009: 'quota',
  45011: 'quota',
  44991: 'quota',
  61010: 'state',
};

/**
 * Kind of an errcode. `own` wins over the global table. A code that nobody listed is `nonsense`:
 * it is neither retried nor blamed on the person.
 */
export function kindOf(errcode: number, own: Readonly<Record<number, WechatErrorKind>> = {}): WechatErrorKind {
  return own[errcode] ?? GLOBAL[errcode] ?? 'nonsense';
}

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Whole seconds until a quota starts anew: 45009 at midnight in Shanghai, the others in the next minute. */
export function quotaRetryAfterSeconds(errcode: number, nowMs: number): number {
  const period = errcode === 45009 ? DAY_MS : 60_000;
  const intoPeriod = (nowMs + SHANGHAI_OFFSET_MS) % period;
  return Math.ceil((period - intoPeriod) / 1000);
}
