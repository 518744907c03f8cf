import { type DraftForm, EVIDENCE_NAMES } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { Beside } from '../draft/draft-record.ts';
import { answerOf, promiseOpen } from '../evidence/evidence-answers.ts';
import { wantedEvidence } from '../evidence/evidence-list.ts';
import { otherAdults, signed } from '../sign/signatures.ts';
import { calledName } from '../words/lists.ts';

import type { Section } from './section.ts';

export function signSection(form: DraftForm, beside: Beside, today: CivilDate): Section {
  const own = ['sensitive-data', 'cross-check', 'truthfulness'] as const;
  const open = own.filter((s) => !signed(beside.signatures ?? [], s));
  const others = otherAdults(form, today);
  return {
    id: 'sign',
    status: open.length === own.length ? 'not-started' : open.length ? 'partly' : others.length ? 'waiting' : 'done',
    hint: open.length ? `还差 ${open.length} 样` : others.length ? `${others.length} 个大人以后签` : '都点好了',
    // The applicant's own three go before it is sent: they are asked for then, and cannot come later.
    missing: others.map((m) => `${calledName(m)}的同意`),
  };
}

/** @param waiting photos of the phone that the server has not confirmed, by kind */
export function evidenceSection(form: DraftForm, beside: Beside, waiting: readonly string[]): Section {
  const wanted = wantedEvidence(form).filter((w) => w.about !== 'other');
  const have = (about: string) => form.photos?.some((p) => p.about === about) === true;
  const got = wanted.filter((w) => have(w.about));
  const open = wanted.filter((w) => !have(w.about));
  const unpromised = promiseOpen(form, beside);
  const undecided = open.filter((w) => {
    const way = answerOf(form, beside, w.about)?.way;
    return way === undefined || way === 'photo' || (way === 'declare' && unpromised);
  });
  const hint = waiting.length ? `${waiting.length} 张还没传完` : got.length ? `${wanted.length} 样里 ${got.length} 样好了` : '没有也能先交';
  const started = got.length > 0 || waiting.length > 0 || undecided.length < wanted.length;
  return {
    id: 'evidence',
    status: undecided.length === 0 && !waiting.length ? 'done' : started ? 'partly' : 'not-started',
    hint,
    missing: undecided.map((w) => EVIDENCE_NAMES[w.about]),
  };
}
