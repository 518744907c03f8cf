import { z } from 'zod';
import type { AccessTokens } from './access-token.ts';
import { type ExchangeOptions, exchange } from './exchange.ts';
import { type SendOutcome, sendOutcomeOfError } from './send-outcome.ts';
import { unfitFields } from './template-fields.ts';
import { validate } from './validate.ts';
import { WechatError } from './wechat-error.ts';
import { withAccessToken } from './with-access-token.ts';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Every field of the template: `{ thing1: '年度认证', date2: '2026-11-22' }`. It shows on a locked screen: no personal data. */
  readonly data: Readonly<Record<string, string>>;
  /** Own page with its query, without a leading slash: `pages/a/index?x=1`. Without it a tap opens nothing. */
  readonly page?: string | undefined;
  /** Which version of the mini-program a tap opens. Default `formal`. */
  readonly version?: 'developer' | 'trial' | 'formal' | undefined;
}

export interface MessageTemplate {
  readonly id: string;
  readonly title: string;
  /** `one-time`: one agreement, one message. `long-term`: one agreement until it is taken back. */
  readonly kind: 'one-time' | 'long-term';
  /** Keys of its fields, in their order. */
  readonly fields: readonly string[];
}

type Options = ExchangeOptions & { tokens: AccessTokens; timeoutMs: number };

const SEND = '/cgi-bin/message/subscribe/send';
const TEMPLATES = '/wxaapi/newtmpl/gettemplate';

/** 64 bits wide: `parseAnswer` hands it on as digits when a number would change it. */
const sent = z.object({ msgid: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined) });
const templates = z.object({
  data: z.array(
    z.object({
      priTmplId: z.string().min(1),
      title: z.string(),
      content: z.string(),
      type: z.union([z.number(), z.string()]).transform(Number),
    }),
  ),
});

/**
 * Sends a subscribe message once (protocol §5.3). It never throws: whatever happens is one of five outcomes.
 * Fields that WeChat is sure to refuse are not sent.
 */
export async function sendSubscribeMessage(options: Options, message: SubscribeMessage): Promise<SendOutcome> {
  const fields = unfitFields(message.data);
  if (fields.length > 0) return { kind: 'wrong-template', why: 'fields', fields };
  try {
    const answer = await withAccessToken(options.tokens, (token) =>
      exchange(options, {
        endpoint: SEND,
        method: 'POST',
        query: { access_token: token },
        body: {
          touser: message.openid,
          template_id: message.templateId,
          ...(message.page !== undefined && { page: message.page }),
          data: Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }])),
          miniprogram_state: message.version ?? 'formal',
          lang: 'zh_CN',
        },
        timeoutMs: options.timeoutMs,
        // Short words are left: a "1" taken out would tear the field's name that WeChat complains about.
        secrets: [token, message.openid, ...Object.values(message.data).filter((value) => value.length >= 4)],
        kinds: OWN_KINDS,
      }),
    );
    return { kind: 'delivered', messageId: validate(sent, answer, SEND).msgid };
  } catch (error) {
    return sendOutcomeOfError(error instanceof WechatError ? error : new WechatError({ endpoint: SEND, kind: 'bug' }), SEND);
  }
}

const OWN_KINDS = {
  43101: 'state',
  40037: 'config',
  41030: 'config',
  43107: 'config',
  43108: 'transient',
  45168: 'bug',
  47003: 'bug',
} as const;

/**
 * The templates of this mini-program (protocol §5.5), to compare with what is configured.
 *
 * @throws WechatError
 */
export async function listTemplates(options: Options): Promise<MessageTemplate[]> {
  const answer = await withAccessToken(options.tokens, (token) =>
    exchange(options, {
      endpoint: TEMPLATES,
      method: 'GET',
      query: { access_token: token },
      timeoutMs: options.timeoutMs,
      secrets: [token],
    }),
  );
  return validate(templates, answer, TEMPLATES).data.map(({ priTmplId, title, content, type }) => ({
    id: priTmplId,
    title,
    kind: type === 3 ? 'long-term' : 'one-time',
    fields: [...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, key = '']) => key),
  }));
}
