export type { StoredToken, TokenCache } from './access-token.ts';
export { assertProductionBase, WECHAT_BASE_URL } from './base-url.ts';
export type { WechatSession } from './code-to-session.ts';
export { createWechat, type Wechat, type WechatOptions } from './create-wechat.ts';
export type { Fetch } from './exchange.ts';
export type { WechatPhoneNumber } from './get-phone-number.ts';
export { WechatError, type WechatErrorKind } from './wechat-error.ts';
