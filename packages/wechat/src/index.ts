export type { StoredToken, TokenCache } from './access-token.ts';
export { assertProductionBase, WECHAT_BASE_URL } from './base-url.ts';
export type { WechatSession } from './code-to-session.ts';
export { createWechat, type Wechat, type WechatOptions } from './create-wechat.ts';
export type { Fetch } from './exchange.ts';
export { type FaceBegun, type FaceResult, type FaceSubject, newSequenceNumber } from './face-check.ts';
export {
  FACE_CODES,
  FACE_EXPIRED,
  type FaceAction,
  type FaceCertainty,
  type FaceKind,
  type FaceOutcome,
  faceOutcome,
  faceOutcomeOfError,
} from './face-outcome.ts';
export type { WechatPhoneNumber } from './get-phone-number.ts';
export { type PushEvent, parsePush } from './parse-push.ts';
export type { SendOutcome } from './send-outcome.ts';
export type { MessageTemplate, SubscribeMessage } from './subscribe-message.ts';
export { unfitFields } from './template-fields.ts';
export { type PushConfig, type PushQuery, type PushRefusal, verifyPush, verifyPushUrl } from './verify-push.ts';
export { WechatError, type WechatErrorKind } from './wechat-error.ts';
