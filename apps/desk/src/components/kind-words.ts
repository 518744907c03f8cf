import type { CaseFile, KnownHere } from '@assist/contracts';

export type Kind = KnownHere<CaseFile['benefits'][number]['kind']>;
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
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
