import type { ContactChange } from '@assist/contracts';
import { dayInShanghai, instantText } from '../../clock.ts';
import type { contactChanges } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';

export type ContactChangeRow = typeof contactChanges.$inferSelect;
export const contactChangePlace = (id: string): string => `contact-change:${id}`;
/** What is sealed in a contact change. */
export interface NewContact {
  readonly value: string;
  readonly bank?: string;
}

const WHAT = { phone: '电话', 'bank-account': '银行卡' } as const;

export function contactChangeView(ctx: Context, row: ContactChangeRow): ContactChange {
  const { value } = ctx.cipher.openJson<NewContact>(contactChangePlace(row.id), row.valueSealed);
  return {
    contactChangeId: row.id,
    kind: row.kind,
    state: row.state,
    maskedNew: `*${value.slice(-4)}`,
    askedAt: instantText(row.askedAt),
    effectiveAt: instantText(row.effectiveAt),
    sentence: cited(sentenceOf(row), ['SAL2026-11']),
  };
}

function sentenceOf({ kind, state, effectiveAt }: ContactChangeRow): string {
  const day = dayInShanghai(effectiveAt.getTime());
  const from = `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
  if (state === 'waiting') return `${from}起用新的${WHAT[kind]}，在那以前照旧。不是您换的，点“停下”就不换。`;
  return state === 'effective' ? `${from}起用的是新的${WHAT[kind]}。` : `停下了，${WHAT[kind]}还是原来的。`;
}
