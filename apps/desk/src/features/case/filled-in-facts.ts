import { type CaseView, type MemberForm, PREFILL_SOURCE_NAMES, PREFILLED_FIELD_NAMES, type Prefilled } from '@assist/contracts';
import { dayText, momentText } from '../../platform/dates.ts';
import type { Fact } from './facts.ts';
import { DISABILITY_WORDS, GRADE_WORDS, placeText, RELATION_WORDS } from './words.ts';

/** What the person says now, where it is not what was filled in for them. */
function saysNow(m: MemberForm, { field }: Prefilled, names: Readonly<Record<string, string>>): string | undefined {
  if (field === 'name') return m.name || undefined;
  if (field === 'relation') return RELATION_WORDS[m.relation];
  if (field === 'birthDate') return m.birthDate && dayText(m.birthDate);
  if (field === 'registration') return m.registration && placeText(m.registration, names);
  return m.disability
    ? `${DISABILITY_WORDS[m.disability.category]}${GRADE_WORDS[m.disability.grade]}`
    : m.disability === false
      ? '没有'
      : undefined;
}

/**
 * Values that were filled in for the family: each with where it came from, and beside a disputed one what the person says instead. What is
 * disputed is looked into; it stands in no assessment.
 */
export const filledInFacts = ({ form, placeNames = {} }: Pick<CaseView, 'form' | 'placeNames'>): Fact[] =>
  (form.prefilled ?? []).flatMap((one) => {
    const m = form.members.find((member) => member.id === one.memberId);
    if (!m) return [];
    const now = saysNow(m, one, placeNames);
    return [
      {
        id: `filled-in.${one.memberId}.${one.field}`,
        label: `${m.name || one.shown}，${PREFILLED_FIELD_NAMES[one.field]}`,
        value: one.shown,
        standing: 'said' as const,
        fileIds: [],
        source: { from: SOURCE_WORDS[one.from], on: dayText(one.on) },
        ...(one.disputed && { disputed: `本人 ${momentText(one.disputed)} 说不对，${now ? `写的是：${now}` : '还没写是什么'}` }),
      },
    ];
  });

/** As the clerk reads it: the resident reads 您. */
const SOURCE_WORDS: typeof PREFILL_SOURCE_NAMES = {
  ...PREFILL_SOURCE_NAMES,
  identity: '本人核过的身份证',
  'earlier-application': '本人以前交的申请',
};

/** For the whole family or one of them alone: chosen by the person, and only told. */
export function appliesAsText({ appliesAs, members }: CaseView['form']): string | undefined {
  if (!appliesAs) return undefined;
  if (appliesAs.way === 'family') return '选了全家一起申请';
  return `选了 ${members.find((m) => m.id === appliesAs.memberId)?.name ?? ''} 一个人单独申请（单人户）`;
}
