import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { idSchema } from '../scalars.ts';
import { messageSchema } from './authentication-views.ts';
import { endpoint } from './endpoint.ts';

/** What the township says to a person, and where else it may be said. */
export const residentMessageApi = {
  messages: endpoint({
    id: 'messages',
    method: 'GET',
    path: '/api/messages',
    summary: '我的消息',
    who: 'account',
    status: 200,
    query: z.object({ cursor: z.optional(z.string()) }),
    answer: z.object({ items: z.array(messageSchema), next: z.nullable(z.string()), unread: z.number() }),
  }),
  readMessage: endpoint({
    id: 'readMessage',
    method: 'PUT',
    path: '/api/messages/{messageId}/read',
    summary: '看过了',
    who: 'account',
    status: 204,
    params: z.object({ messageId: idSchema }),
  }),
  reminderTemplates: endpoint({
    id: 'reminderTemplates',
    method: 'GET',
    path: '/api/reminder-templates',
    summary: '可以点“允许提醒”的微信消息',
    who: 'account',
    status: 200,
    answer: z.array(z.object({ templateId: z.string(), about: openEnum(['progress', 'due', 'visit']), title: z.string() })),
  }),
  acceptReminders: endpoint({
    id: 'acceptReminders',
    method: 'POST',
    path: '/api/reminder-acceptances',
    summary: '记下点了允许的',
    who: 'account',
    status: 200,
    key: 'header',
    body: z.object({
      answers: z
        .array(z.object({ templateId: z.string().check(z.maxLength(100)), answer: z.enum(['accept', 'reject', 'ban', 'filter']) }))
        .check(z.maxLength(10)),
    }),
    answer: z.object({ accepted: z.number() }),
  }),
} as const;
