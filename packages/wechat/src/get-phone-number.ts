import { z } from 'zod';
import type { AccessTokens } from './access-token.ts';
import { type ExchangeOptions, exchange } from './exchange.ts';
import { validate } from './validate.ts';
import { WechatError } from './wechat-error.ts';
import { withAccessToken } from './with-access-token.ts';

export interface WechatPhoneNumber {
  /** Without the country code. */
  readonly number: string;
  /** Digits, without a plus: `86`. */
  readonly countryCode: string;
}

const ENDPOINT = '/wxa/business/getuserphonenumber';
const WATERMARK_AGE_MS = 10 * 60_000;
const digits = z.union([z.string(), z.number()]).transform(String);
const phone = z.object({
  phone_info: z.object({
    purePhoneNumber: digits.pipe(z.string().regex(/^\d{5,15}$/)),
    countryCode: digits.pipe(z.string().regex(/^\d{1,4}$/)),
    watermark: z.object({ timestamp: z.number(), appid: z.string() }),
  }),
});

/**
 * The number behind the code of a `getPhoneNumber` button (protocol §4.2). The openid goes along,
 * so that WeChat refuses a code that another person's phone made.
 * −1 is not retried: the code may be used up, and the person taps again.
 *
 * @throws WechatError `code`, `transient`, `quota`, `config`, `token`, `unreachable`, `nonsense`
 */
export async function getPhoneNumber(
  options: ExchangeOptions & { appid: string; tokens: AccessTokens; timeoutMs: number },
  request: { code: string; openid: string },
): Promise<WechatPhoneNumber> {
  const answer = await withAccessToken(options.tokens, (token) =>
    exchange(options, {
      endpoint: ENDPOINT,
      method: 'POST',
      query: { access_token: token },
      body: { code: request.code, openid: request.openid },
      timeoutMs: options.timeoutMs,
      secrets: [token, request.code, request.openid],
      kinds: { 40029: 'code', 40163: 'code' },
    }),
  );
  const { phone_info } = validate(phone, answer, ENDPOINT);
  const ageMs = Math.abs(options.clock() - phone_info.watermark.timestamp * 1000);
  if (phone_info.watermark.appid !== options.appid || ageMs > WATERMARK_AGE_MS) {
    throw new WechatError({ endpoint: ENDPOINT, kind: 'nonsense', errmsg: 'watermark does not fit' });
  }
  return { number: phone_info.purePhoneNumber, countryCode: phone_info.countryCode };
}
