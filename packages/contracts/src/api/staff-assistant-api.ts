import * as z from 'zod/mini';
import { idSchema, instantSchema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';

/** The phone of a village's assistant or of a counter: it helps many people, so its limits are higher. It sees nothing more. */
export const assistantSchema = z.object({
  accountId: idSchema,
  name: z.string(),
  namedBy: z.string(),
  namedAt: instantSchema,
  endedAt: z.optional(instantSchema),
});
export type AssistantView = z.output<typeof assistantSchema>;

export const staffAssistantApi = {
  assistants: endpoint({
    id: 'assistants',
    method: 'GET',
    path: '/staff/api/assistants',
    summary: '本镇街的协理员和窗口的手机',
    who: 'staff',
    status: 200,
    answer: z.array(assistantSchema),
  }),
  endAssistant: endpoint({
    id: 'endAssistant',
    method: 'PUT',
    path: '/staff/api/assistants/{accountId}/ended',
    summary: '不再是协理员；他替人办过的都照算',
    who: 'staff',
    status: 200,
    params: z.object({ accountId: idSchema }),
    answer: assistantSchema,
  }),
} as const;
