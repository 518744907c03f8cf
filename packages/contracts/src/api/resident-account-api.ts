import * as z from 'zod/mini';
import { paperSchema } from '../form/paper.ts';
import { openEnum } from '../open-enum.ts';
import { idSchema, instantSchema, sha256Schema, words } from '../scalars.ts';
import { STATEMENT_IDS } from '../statements/statement.ts';
import { endpoint } from './endpoint.ts';

/** `claimed`: a typed name and number, which prove nothing. `verified`: someone saw the card, visited, or WeChat's face said so. */
export const IDENTITY_STATES = ['none', 'claimed', 'verified'] as const;
export const accountSchema = z.object({
  accountId: idSchema,
  identity: openEnum(IDENTITY_STATES),
  /** Full name as this account typed it: it is the account's own. */
  name: z.optional(z.string()),
  /** First and last character only. */
  maskedNumber: z.optional(z.string()),
  maskedPhone: z.optional(z.string()),
  consents: z.array(z.object({ statement: openEnum(STATEMENT_IDS), version: z.string(), at: instantSchema })),
});
export type AccountView = z.output<typeof accountSchema>;

const sessionSchema = z.object({
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  refreshToken: z.string(),
  account: accountSchema,
});
export type SessionView = z.output<typeof sessionSchema>;

/** Who one is: signing in, what was typed of oneself, what proves it. */
export const residentAccountApi = {
  signIn: endpoint({
    id: 'signIn',
    method: 'POST',
    path: '/api/session',
    summary: '用 wx.login 的码登录',
    who: 'anyone',
    status: 200,
    body: z.object({ code: words(256).check(z.minLength(1)) }),
    answer: sessionSchema,
  }),
  refresh: endpoint({
    id: 'refresh',
    method: 'POST',
    path: '/api/session/refresh',
    summary: '换新的登录凭据；旧的再用一次，整串作废。同一次换（attempt 一样）一分钟内再送，还是那一个',
    who: 'anyone',
    status: 200,
    body: z.object({
      refreshToken: words(512).check(z.minLength(1)),
      // Made by the phone for this one exchange and kept nowhere: whoever has only a copy of the token does not know it.
      attempt: z.optional(idSchema),
    }),
    answer: sessionSchema,
  }),
  signOut: endpoint({
    id: 'signOut',
    method: 'DELETE',
    path: '/api/session',
    summary: '退出，这个账户的登录全部作废',
    who: 'account',
    status: 204,
  }),
  me: endpoint({ id: 'me', method: 'GET', path: '/api/me', summary: '我的账户', who: 'account', status: 200, answer: accountSchema }),
  claimIdentity: endpoint({
    id: 'claimIdentity',
    method: 'PUT',
    path: '/api/me/identity',
    summary: '写上姓名和证件（只是自己说的，什么也证明不了）',
    who: 'account',
    status: 200,
    body: z.object({ name: words(50).check(z.minLength(1, '请写上姓名')), paper: paperSchema }),
    answer: accountSchema,
  }),
  setPhone: endpoint({
    id: 'setPhone',
    method: 'POST',
    path: '/api/me/phone',
    summary: '微信核过的电话',
    who: 'account',
    status: 200,
    key: 'header',
    body: z.object({ code: words(256).check(z.minLength(1)) }),
    answer: accountSchema,
  }),
  verifyByCode: endpoint({
    id: 'verifyByCode',
    method: 'POST',
    path: '/api/me/verification',
    summary: '工作人员看过身份证后给的一次性码',
    who: 'account',
    status: 200,
    key: 'header',
    body: z.object({ code: words(16).check(z.minLength(1, '请写上码')) }),
    answer: accountSchema,
  }),
  giveConsent: endpoint({
    id: 'giveConsent',
    method: 'PUT',
    path: '/api/me/consents/{statement}',
    summary: '记下一次单独的同意',
    who: 'account',
    status: 200,
    params: z.object({ statement: z.enum(STATEMENT_IDS) }),
    body: z.object({ version: z.string(), hash: sha256Schema }),
    answer: accountSchema,
  }),
} as const;
