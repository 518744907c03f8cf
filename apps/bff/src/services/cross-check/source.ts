import type { CivilDate } from '@assist/policy';
import type { CheckItem } from '@assist/policy-chongqing';

/** What one source is asked about one person, on their signature. */
export interface CheckQuestion {
  /** Ours, unique for ever: the same key asked again is the same question, and is answered once. */
  readonly key: string;
  readonly item: CheckItem;
  readonly person: { readonly name: string; readonly number: string };
  /** The day the person signed. */
  readonly authorisedOn: CivilDate;
}

/** `lines` is what the source has on record, in its own words; empty where it has nothing. `later`: it works on it, ask again. */
export type CheckReply =
  | { readonly kind: 'answer'; readonly on: CivilDate; readonly lines: readonly string[] }
  | { readonly kind: 'later' };

/** Another unit that can be asked (docs/cross-check.md). It may be slow, silent, or say otherwise than another: none of it is a reason. */
export interface CheckSource {
  /** Kept with every question. */
  readonly name: string;
  /** As people read it. */
  readonly title: string;
  readonly items: readonly CheckItem[];
  /** @param signal ends when we wait no longer */
  ask(question: CheckQuestion, signal: AbortSignal): Promise<CheckReply>;
}
