import type { z } from 'zod';
import { WechatError } from './wechat-error.ts';

/**
 * Checks an answer against what the endpoint promises.
 *
 * @throws WechatError `nonsense`, naming the fields that do not fit and never their values
 */
export function validate<T>(schema: z.ZodType<T>, answer: unknown, endpoint: string): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
  throw new WechatError({ endpoint, kind: 'nonsense', errmsg: `answer does not fit: ${fields}` });
}
