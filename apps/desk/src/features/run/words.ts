import type { ProcedureStep, Proposal, RecordedEvent } from '@assist/contracts';

export const KIND_WORDS: Readonly<Record<Proposal['benefits'][number]['kind'], string>> = {
  subsistence: '低保',
  destitute: '特困供养',
  'disability-allowances': '残疾人两项补贴',
  orphan: '孤儿保障',
  'railway-disabled': '襄渝铁路伤残民工',
  'streamlined-retired': '精简退职',
  'three-allowances': '养老服务补贴',
  marginal: '低保边缘',
  'rigid-expenditure': '刚性支出困难',
};
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
