import * as z from 'zod/mini';
import { divisionCodeSchema, words } from '../scalars.ts';

/** Where somebody is registered or lives. Outside Chongqing only the province is asked; a person without a fixed place says so. */
export const placeSchema = z.union([
  z.object({ kind: z.literal('chongqing'), divisionCode: divisionCodeSchema, detail: z.optional(words(120)) }),
  z.object({ kind: z.literal('elsewhere'), province: words(20), detail: z.optional(words(120)) }),
  z.object({ kind: z.literal('no-fixed-place'), detail: z.optional(words(120)) }),
]);
export type Place = z.output<typeof placeSchema>;
