import type { ProcedureStep, RecordedEvent } from '@assist/contracts';

export const ROLE_WORDS: Readonly<Record<ProcedureStep['by'][number], string>> = {
  resident: '居民',
  village: '村社',
  township: '镇街',
  'other-township': '居住地镇街',
  district: '区民政局',
};
export const WAY_WORDS: Readonly<Record<NonNullable<RecordedEvent['visit']>['way'], string>> = {
  'at-home': '入户',
  entrusted: '委托居住地镇街去',
  phone: '电话（只用于常住外地）',
  video: '视频（只用于常住外地）',
};
export const LOOKED_WORDS = { work: '劳动能力', health: '健康状况', living: '生存状态' } as const;
