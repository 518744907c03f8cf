import { civilDateSchema, words } from '@assist/contracts';
import { ALERT_INDICATORS, type AlertIndicator } from '@assist/policy-chongqing';
import * as z from 'zod/mini';

const INDICATORS = Object.keys(ALERT_INDICATORS) as [AlertIndicator, ...AlertIndicator[]];

/** One alert as another unit sends it. The format is described in docs/alerts.md; fields that are not in it are not kept. */
export const alertSchema = z.object({
  key: z.string().check(z.regex(/^[\w:./-]{1,100}$/)),
  indicator: z.enum(INDICATORS),
  seenOn: civilDateSchema,
  township: z.string().check(z.regex(/^\d{9,12}$/)),
  village: z.optional(words(40)),
  person: z.object({
    name: words(50).check(z.minLength(1)),
    number: z.optional(z.string().check(z.regex(/^\d{17}[\dX]$/))),
    phone: z.optional(z.string().check(z.regex(/^[\d+\- ]{5,20}$/))),
  }),
  words: words(500).check(z.minLength(1)),
});
export type IncomingAlert = z.output<typeof alertSchema>;

/** An alert that fits the format, or nothing. */
export function alertOf(value: unknown): IncomingAlert | undefined {
  const parsed = alertSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The key an entry carries, even where the rest of it fits nothing: the answer names it. */
export function keyOf(value: unknown): string | undefined {
  const key = typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined;
  return typeof key === 'string' && key.length <= 100 ? key : undefined;
}
