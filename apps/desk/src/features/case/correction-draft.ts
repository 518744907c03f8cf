import { correctionRequestSchema, EVIDENCE_KINDS, type EvidenceKind } from '@assist/contracts';

export interface DraftItem {
  readonly key: string;
  readonly title: string;
  readonly reason: string;
  readonly evidence?: EvidenceKind | undefined;
  readonly memberId?: string | undefined;
}
export interface CorrectionDraft {
  /** Id of the correction: made with the first line, so that sending twice is one correction. */
  readonly correctionId: string;
  readonly items: readonly DraftItem[];
}

/** Common reasons in kind words. They are a beginning: the clerk reads and changes them before anything is sent. */
export const TEMPLATES: readonly {
  readonly name: string;
  readonly title: string;
  readonly reason: string;
  readonly evidence: EvidenceKind;
}[] = [
  {
    name: '收入的单子',
    title: '近三个月的收入单子',
    reason: '我们想看看近三个月的工资单或转账记录，拍一张就行。没有单子，写一句怎么领的钱也可以。',
    evidence: 'income',
  },
  {
    name: '看病的单子',
    title: '看病的单子',
    reason: '请把近一年看病自己付钱的单子拍给我们，一张一张拍，看得清数字就好。',
    evidence: 'medical',
  },
  { name: '户口簿', title: '户口簿', reason: '请拍户口簿的首页和每个人的那一页。找不到了，告诉我们一声。', evidence: 'household-register' },
  { name: '残疾人证', title: '残疾人证', reason: '请拍残疾人证有照片和级别的那一页。还没办下来，写一句就行。', evidence: 'disability' },
  {
    name: '照片再拍一张',
    title: '照片再拍一张',
    reason: '有一张照片我们看不清，麻烦您在亮一点的地方再拍一张。是我们没看清，不是您写错了。',
    evidence: 'other',
  },
  { name: '住的地方', title: '现在住的地方', reason: '请拍一下租房合同，或者写一句现在借住在谁家。', evidence: 'housing' },
];

export const emptyItem = (key: string): DraftItem => ({ key, title: '', reason: '' });

/** A kept draft, or nothing where what was kept is not one. */
export function readDraft(kept: unknown): CorrectionDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { correctionId, items } = kept as { correctionId?: unknown; items?: unknown };
  if (typeof correctionId !== 'string' || !Array.isArray(items) || items.length === 0) return null;
  const text = (x: unknown): string => (typeof x === 'string' ? x : '');
  return {
    correctionId,
    items: items.map((i: Partial<Record<keyof DraftItem, unknown>>, n) => ({
      key: text(i?.key) || String(n),
      title: text(i?.title),
      reason: text(i?.reason),
      ...(EVIDENCE_KINDS.includes(i?.evidence as EvidenceKind) && { evidence: i.evidence as EvidenceKind }),
      ...(typeof i?.memberId === 'string' && { memberId: i.memberId }),
    })),
  };
}

export interface DraftProblem {
  readonly key: string;
  readonly field: 'title' | 'reason';
  readonly sentence: string;
}

/** What still stands in the way of sending, by the contract's own check, at the line it concerns. */
export function draftProblems(draft: CorrectionDraft): DraftProblem[] {
  const parsed = correctionRequestSchema.safeParse(requestOf(draft));
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => {
    const [, index, field] = issue.path;
    const item = typeof index === 'number' ? draft.items[index] : undefined;
    return item && (field === 'title' || field === 'reason') ? [{ key: item.key, field, sentence: issue.message }] : [];
  });
}

/** What is sent: trimmed words, without what was left open. */
export const requestOf = (draft: CorrectionDraft) => ({
  items: draft.items.map((i) => ({
    title: i.title.trim(),
    reason: i.reason.trim(),
    ...(i.evidence && { evidence: i.evidence }),
    ...(i.memberId && { memberId: i.memberId }),
  })),
});
