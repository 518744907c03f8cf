import type { DraftForm, EvidenceAnswer, EvidenceKind, EvidenceWay } from '@assist/contracts';
import type { Beside } from '../draft/draft-record.ts';
import { dropUndefined } from '../draft/edits.ts';
import { signed } from '../sign/signatures.ts';

export const EVIDENCE_WAY_HINTS: Partial<Record<EvidenceWay, string>> = {
  'cannot-find': '先交申请，找到了再补',
  'cannot-get': '说一句为什么就行，镇上帮着想办法',
  'not-me': '有话也可以写一句',
  declare: '书面承诺一声，就不用再去开证明',
};

/** What was said to one kind. "Later" of an earlier version of the app means: it is not at hand now. */
export function answerOf(form: DraftForm, beside: Beside, about: EvidenceKind): EvidenceAnswer | undefined {
  const said = form.evidence?.find((one) => one.about === about);
  return said ?? (beside.later?.includes(about) ? { about, way: 'cannot-find' } : undefined);
}

/** Chooses a way or writes the words; what was written stays when another way is chosen. */
export function withAnswer(form: DraftForm, about: EvidenceKind, change: Partial<Omit<EvidenceAnswer, 'about'>>): DraftForm {
  const before = form.evidence?.find((one) => one.about === about);
  const way = change.way ?? before?.way;
  if (!way) return form;
  const next = dropUndefined({ ...before, ...change, about, way }) as EvidenceAnswer;
  return { ...form, evidence: [...(form.evidence ?? []).filter((one) => one.about !== about), next] };
}

const declares = (form: DraftForm): boolean => form.evidence?.some((one) => one.way === 'declare') === true;
export const promised = (beside: Beside): boolean => signed(beside.signatures ?? [], 'declaration') !== undefined;

/** A promise somebody chose and has not made yet, in the wording that is in force. */
export const promiseOpen = (form: DraftForm, beside: Beside): boolean => declares(form) && !promised(beside);

/** The answers as they go: a promise that was not made is left open rather than a reason to stop; a photo speaks for itself. */
export function evidenceToSend(form: DraftForm, beside: Beside): EvidenceAnswer[] {
  const kinds = new Set([...(form.evidence ?? []).map((one) => one.about), ...(beside.later ?? [])]);
  return [...kinds].flatMap((about) => {
    const said = answerOf(form, beside, about);
    if (!said || said.way === 'photo' || (said.way === 'declare' && !promised(beside))) return [];
    const words = said.words?.trim();
    return [{ about, way: said.way, ...(words && { words }) }];
  });
}
