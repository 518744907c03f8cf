import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

const ownCodeSchema = z.string().check(z.regex(/^\d{4,6}$/, '4 到 6 个数字'));
/** So often may it be wrong; then only the last six of one's own paper help. */
export const OWN_CODE_TRIES = 5;

const standingSchema = z.object({
  /** Whether a code is asked for on this account's phones. */
  set: z.boolean(),
});

/** The person's own short code, for a phone that several people hold. */
export const residentOwnCodeApi = {
  ownCode: endpoint({
    id: 'ownCode',
    method: 'GET',
    path: '/api/me/own-code',
    summary: '有没有设自己的数字码',
    who: 'account',
    status: 200,
    answer: standingSchema,
  }),
  setOwnCode: endpoint({
    id: 'setOwnCode',
    method: 'PUT',
    path: '/api/me/own-code',
    summary: '设、换、不要自己的数字码；原来有的，先写原来的',
    who: 'account',
    status: 200,
    body: z.object({ code: z.optional(ownCodeSchema), before: z.optional(ownCodeSchema) }),
    answer: standingSchema,
  }),
  checkOwnCode: endpoint({
    id: 'checkOwnCode',
    method: 'POST',
    path: '/api/me/own-code/check',
    summary: '对一下自己的数字码',
    who: 'account',
    status: 200,
    body: z.object({ code: ownCodeSchema }),
    answer: z.object({ right: z.boolean(), left: z.number() }),
  }),
  forgetOwnCode: endpoint({
    id: 'forgetOwnCode',
    method: 'POST',
    path: '/api/me/own-code/forgotten',
    summary: '忘了数字码：用自己证件号的后六位',
    who: 'account',
    status: 200,
    body: z.object({ lastSix: z.string().check(z.regex(/^[\dA-Za-z]{6}$/, '证件号的后六位')) }),
    answer: standingSchema,
  }),
};
