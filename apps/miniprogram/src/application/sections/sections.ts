import { type DraftForm, NOT_KNOWN, type OrNotKnown } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { Beside } from '../draft/draft-record.ts';
import { assetsSection, bankSection, relativesSection, spendingSection, storySection, whereSection } from './circumstance-sections.ts';
import { evidenceSection, signSection } from './consent-sections.ts';
import { incomeSection, membersSection, whoSection } from './household-sections.ts';
import type { Section } from './section.ts';

export interface SectionsInput {
  readonly form: DraftForm;
  readonly beside: Beside;
  readonly today: CivilDate;
  readonly identity: OrNotKnown<'none' | 'claimed' | 'verified' | 'unknown'>;
  /** Ids of photos that wait on the phone. */
  readonly waitingPhotos: readonly string[];
}

/** How far each part of the one application is (YMF12-5e: one application, sorted by the township). */
export const sectionsOf = ({ form, beside, today, identity, waitingPhotos }: SectionsInput): Section[] => [
  whereSection(beside),
  whoSection(form, identity === NOT_KNOWN ? 'unknown' : identity),
  membersSection(form, beside),
  incomeSection(form),
  assetsSection(form),
  spendingSection(form),
  storySection(form, beside),
  relativesSection(form),
  bankSection(form),
  signSection(form, beside, today),
  evidenceSection(form, beside, waitingPhotos),
];

/** Where to go on: the first that is begun, else the first that is open; nothing when all is filled. */
export const nextSection = (sections: readonly Section[]): Section | undefined =>
  sections.find((s) => s.status === 'partly') ?? sections.find((s) => s.status === 'not-started');
