/** 填好了 · 差一点 · 没开始 · 等家人. "Not started" and "partly" never stop anybody from sending. */
export type SectionStatus = 'done' | 'partly' | 'not-started' | 'waiting';
export const SECTION_STATUS_NAMES: Record<SectionStatus, string> = {
  done: '填好了',
  partly: '差一点',
  'not-started': '没开始',
  waiting: '等家人',
};

export const SECTION_IDS = [
  'where',
  'who',
  'members',
  'income',
  'assets',
  'spending',
  'story',
  'relatives',
  'bank',
  'sign',
  'evidence',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const SECTION_TITLES: Record<SectionId, string> = {
  where: '去哪里申请',
  who: '谁来申请',
  members: '家里几口人',
  income: '收入',
  assets: '房子、车、存款',
  spending: '看病上学的大开销',
  story: '出了什么事',
  relatives: '有没有亲戚管救助',
  bank: '钱发到哪里',
  sign: '同意和签名',
  evidence: '材料',
};

export interface Section {
  readonly id: SectionId;
  readonly status: SectionStatus;
  /** What stands there already, or what is open; short. */
  readonly hint: string;
  /** What could still be added, in words; all of it can come later. */
  readonly missing: readonly string[];
}
