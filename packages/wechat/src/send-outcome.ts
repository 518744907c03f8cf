import type { WechatError } from './wechat-error.ts';

/**
 * What became of a subscribe message (protocol §5.3):
 * - `delivered`      WeChat took it. A failure after that comes as a push (`message-sent`), within WeChat's own time.
 * - `not-accepted`   a bounce: the person did not agree to it, or has no WeChat any more. Never sent again; another channel takes over.
 * - `wrong-template` ours: template, page, fields, words or rights are wrong. Raise an alarm; another channel takes over.
 * - `retry-later`    nothing was sent, and it may be sent again after `retryAfterSeconds`.
 * - `unknown`        no readable answer: it may have been sent. Do not send it again; wait for the push, then take another channel.
 */
export type SendOutcome =
  | { readonly kind: 'delivered'; readonly messageId?: string | undefined }
  | {
      readonly kind: 'not-accepted';
      readonly why: 'refused' | 'no-such-person';
      readonly errcode: number;
      readonly rid?: string | undefined;
    }
  | {
      readonly kind: 'wrong-template';
      readonly why: 'template' | 'page' | 'fields' | 'words' | 'banned' | 'setup';
      /** Names of the fields WeChat (or our own check before sending) did not take. Never their values. */
      readonly fields: readonly string[];
      readonly errcode?: number | undefined;
      readonly rid?: string | undefined;
    }
  | {
      readonly kind: 'retry-later';
      readonly retryAfterSeconds: number;
      readonly errcode?: number | undefined;
      readonly rid?: string | undefined;
    }
  | { readonly kind: 'unknown'; readonly rid?: string | undefined };

/** Two sends to one person at once (43108): they are let pass one after the other. */
const AFTER_CONCURRENT_SECONDS = 2;
const AFTER_BUSY_SECONDS = 60;

/** @param endpoint of the send itself: an error of another endpoint (the token's) means that nothing was sent */
export function sendOutcomeOfError(error: WechatError, endpoint: string): SendOutcome {
  const { errcode, rid } = error;
  const ours = (why: 'template' | 'page' | 'fields' | 'words' | 'banned' | 'setup', fields: readonly string[] = []) =>
    ({ kind: 'wrong-template', why, fields, errcode, rid }) as const;
  const later = (retryAfterSeconds: number) => ({ kind: 'retry-later', retryAfterSeconds, errcode, rid }) as const;
  if (error.endpoint === endpoint) {
    switch (errcode) {
      case 43101:
        return { kind: 'not-accepted', why: 'refused', errcode, rid };
      case 40003:
        return { kind: 'not-accepted', why: 'no-such-person', errcode, rid };
      case 40037:
        return ours('template');
      case 41030: // from memory (protocol §5.3)
        return ours('page');
      case 43107:
        return ours('banned');
      case 43108:
        return later(AFTER_CONCURRENT_SECONDS);
      case 45168:
        return ours('words');
      case 47003:
        return ours('fields', fieldsIn(error.errmsg ?? ''));
    }
  }
  switch (error.kind) {
    case 'quota':
      return later(error.retryAfterSeconds ?? AFTER_BUSY_SECONDS);
    case 'transient':
    case 'token':
      return later(AFTER_BUSY_SECONDS);
    case 'unreachable':
    case 'nonsense':
      return error.endpoint === endpoint ? { kind: 'unknown', rid } : later(AFTER_BUSY_SECONDS);
    default:
      return ours('setup');
  }
}

/** `argument invalid! data.thing1.value invalid` or `… [H01443114] data.date2.value invalid`. */
function fieldsIn(errmsg: string): string[] {
  return [...new Set([...errmsg.matchAll(/\bdata\.(\w{1,40})\.value\b/g)].map(([, field = '']) => field))];
}
