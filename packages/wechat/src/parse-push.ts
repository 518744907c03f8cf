import { z } from 'zod';
import { parseAnswer } from './parse-answer.ts';

interface Pushed {
  /** The person it is about. */
  readonly openid: string;
  /** Milliseconds since 1970, by WeChat. */
  readonly at: number;
  /** The same for each of WeChat's up to three tries to hand it over: keep it, and drop what was seen. */
  readonly key: string;
}

export type PushEvent =
  /** The person agreed or refused in the mini-program's window (`popup`), or refused later in WeChat's settings (`settings`). */
  | (Pushed & {
      readonly kind: 'subscription-changed';
      readonly where: 'popup' | 'settings';
      readonly changes: ReadonlyArray<{ readonly templateId: string; readonly accepted: boolean }>;
    })
  /** What became of messages that WeChat had taken. WeChat's page says that only failures are told. */
  | (Pushed & {
      readonly kind: 'message-sent';
      readonly results: ReadonlyArray<{
        readonly templateId: string;
        readonly messageId: string;
        readonly delivered: boolean;
        readonly errorCode: string;
      }>;
    })
  /** The person took back what they had allowed: their data from WeChat is deleted. */
  | (Pushed & { readonly kind: 'authorization-withdrawn'; readonly event: string })
  | (Pushed & { readonly kind: 'other'; readonly event: string });

const text = z.union([z.string(), z.number()]).transform(String);
/** An object when there is one, an array when there are more. */
const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform((one) => [one])]) as unknown as z.ZodType<z.output<T>[]>;

const head = z.object({
  FromUserName: z.string().optional(),
  OpenID: z.string().optional(),
  CreateTime: text.pipe(z.string().regex(/^\d{1,13}$/)).transform(Number),
  MsgType: z.string().optional(),
  Event: z.string().optional(),
});
const status = z.object({ List: list(z.object({ TemplateId: z.string().min(1), SubscribeStatusString: z.string() })) });
const sent = z.object({ List: list(z.object({ TemplateId: z.string().min(1), MsgID: text, ErrorCode: text })) });

const WITHDRAWN = ['user_authorization_revoke', 'user_authorization_cancellation'];

/**
 * Reads a message that `verifyPush` opened (protocol §7.3).
 *
 * @returns undefined when it is not what WeChat documents; answer `success` all the same, or it comes twice more
 */
export function parsePush(message: string): PushEvent | undefined {
  let body: unknown;
  try {
    body = parseAnswer(message);
  } catch {
    return undefined;
  }
  const parsed = head.safeParse(body);
  if (!parsed.success) return undefined;
  const { FromUserName, OpenID, CreateTime, Event = '' } = parsed.data;
  const openid = OpenID ?? FromUserName;
  if (!openid) return undefined;
  const about = (...more: string[]) => ({
    openid,
    at: CreateTime * 1000,
    key: [openid, CreateTime, Event, ...more].join('|'),
  });

  switch (Event) {
    case 'subscribe_msg_popup_event':
    case 'subscribe_msg_change_event': {
      const events = status.safeParse(body);
      if (!events.success) return undefined;
      const changes = events.data.List.map((one) => ({
        templateId: one.TemplateId,
        // "acceptWithAudio" and the like agree too; whatever else it says is no agreement.
        accepted: one.SubscribeStatusString.startsWith('accept'),
      }));
      const where = Event === 'subscribe_msg_popup_event' ? 'popup' : 'settings';
      return { kind: 'subscription-changed', where, changes, ...about(...changes.map((one) => one.templateId)) };
    }
    case 'subscribe_msg_sent_event': {
      const events = sent.safeParse(body);
      if (!events.success) return undefined;
      const results = events.data.List.map((one) => ({
        templateId: one.TemplateId,
        messageId: one.MsgID,
        delivered: one.ErrorCode === '0',
        errorCode: one.ErrorCode,
      }));
      return { kind: 'message-sent', results, ...about(...results.map((one) => one.messageId)) };
    }
    default:
      return { kind: WITHDRAWN.includes(Event) ? 'authorization-withdrawn' : 'other', event: Event, ...about() };
  }
}
