import type { ProblemCode } from '@assist/contracts';
import { WechatError, type WechatErrorKind } from '@assist/wechat';
import { ServiceProblem } from '../problem.ts';

const CODES: Readonly<Partial<Record<WechatErrorKind, ProblemCode>>> = {
  code: 'wechat-code-invalid',
  blocked: 'wechat-user-blocked',
  quota: 'wechat-busy',
  transient: 'wechat-busy',
  unreachable: 'wechat-busy',
  nonsense: 'wechat-nonsense',
};

/** What a failed call to WeChat is for the person. Wrong secrets and bugs of ours are a 500, with the cause in the log. */
export function wechatProblem(error: unknown): ServiceProblem {
  const kind = error instanceof WechatError ? error.kind : undefined;
  const retryAfterSeconds = error instanceof WechatError ? error.retryAfterSeconds : undefined;
  return new ServiceProblem((kind && CODES[kind]) ?? 'unknown', { cause: error, ...(retryAfterSeconds && { retryAfterSeconds }) });
}
