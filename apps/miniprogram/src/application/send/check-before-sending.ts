import {
  type ApplicationForm,
  applicationFormSchema,
  type DraftForm,
  impossibleAnswers,
  type ProblemField,
  type Submission,
  type UnlikelyAnswer,
  unconfirmedAnswers,
} from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { DraftRecord } from '../draft/draft-record.ts';
import { dropUndefined } from '../draft/edits.ts';
import { amountsToAsk } from '../draft/said.ts';
import { evidenceToSend } from '../evidence/evidence-answers.ts';
import { OWN_STATEMENTS, type PrivacyConsent, signaturesToSend, signed } from '../sign/signatures.ts';

export type Identity = 'none' | 'claimed' | 'verified' | 'unknown';

/** The first thing to settle before sending; one at a time, in this order. Nothing that is merely missing is in here. */
export type BeforeSending =
  | { readonly kind: 'place' }
  | { readonly kind: 'who' }
  | { readonly kind: 'fix'; readonly fields: readonly ProblemField[] }
  | { readonly kind: 'sign' }
  | { readonly kind: 'ask'; readonly questions: readonly UnlikelyAnswer[] }
  | { readonly kind: 'photos'; readonly waiting: number }
  | { readonly kind: 'ready'; readonly body: Submission };

export interface CheckInput {
  readonly record: DraftRecord;
  readonly today: CivilDate;
  readonly identity: Identity;
  readonly privacy: PrivacyConsent | undefined;
  /** Photos on the phone that the server has not confirmed. */
  readonly waitingPhotos: number;
  /** The person said: send now, the photos come later. */
  readonly withoutPhotos?: boolean;
}

export function beforeSending({ record, today, identity, privacy, waitingPhotos, withoutPhotos }: CheckInput): BeforeSending {
  const { beside } = record;
  if (!isPlaceSettled(beside)) return { kind: 'place' };
  if (identity !== 'claimed' && identity !== 'verified') return { kind: 'who' };
  const evidence = evidenceToSend(record.form, beside);
  const checked = checkForm({ ...record.form, evidence: evidence.length ? evidence : undefined }, today);
  if (!checked.ok) return { kind: 'fix', fields: checked.fields };
  const signatures = beside.signatures ?? [];
  if (OWN_STATEMENTS.some((s) => !signed(signatures, s))) return { kind: 'sign' };
  const questions = unconfirmedAnswers(checked.form, today);
  if (questions.length) return { kind: 'ask', questions };
  if (waitingPhotos > 0 && !withoutPhotos) return { kind: 'photos', waiting: waitingPhotos };
  return {
    kind: 'ready',
    body: {
      form: checked.form,
      signatures: signaturesToSend(checked.form, signatures, privacy, today),
      ...(beside.officeId !== undefined && { officeId: beside.officeId }),
      draftId: record.draftId,
    },
  };
}

/** Whether it may be sent as far as the place goes. An unknown place is the server's to judge. */
function isPlaceSettled({ routing, officeId }: DraftRecord['beside']): boolean {
  if (routing?.kind === 'not-live') return false;
  return routing?.kind !== 'choice' || routing.offices.some((o) => o.id === officeId && o.live);
}

type CheckedForm = { readonly ok: true; readonly form: ApplicationForm } | { readonly ok: false; readonly fields: readonly ProblemField[] };

/** The form as it will be sent, or what cannot be, with a sentence and a path each. */
export function checkForm(draft: DraftForm, today: CivilDate): CheckedForm {
  const open = amountsToAsk(draft);
  if (open.length) return { ok: false, fields: open };
  const parsed = applicationFormSchema.safeParse({
    photos: [],
    ...draft,
    ...(draft.payout && { payout: dropUndefined({ ...draft.payout, account: draft.payout.account?.trim() || undefined }) }),
    members: (draft.members ?? []).map(tidied),
  });
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), sentence: issue.message || '这里请再看一下' }));
    return { ok: false, fields };
  }
  const fields = impossibleAnswers(parsed.data, today);
  return fields.length ? { ok: false, fields } : { ok: true, form: parsed.data };
}

/** Half-typed text that says nothing yet is left out rather than refused. */
function tidied(member: NonNullable<DraftForm['members']>[number]) {
  const { phone, paper, ...rest } = member;
  const emptyPaper = paper && (paper.kind === 'none-yet' ? !paper.reason.trim() : !paper.number.trim());
  return { ...rest, ...(phone?.trim() && { phone }), ...(paper && !emptyPaper && { paper }) };
}

/** Records the person's yes to an unlikely answer; it is not asked again. */
export function withConfirmation(form: DraftForm, question: string, answer?: string): DraftForm {
  const others = (form.confirmations ?? []).filter((c) => c.question !== question);
  return { ...form, confirmations: [...others, { question, ...(answer?.trim() && { answer: answer.trim() }) }] };
}
