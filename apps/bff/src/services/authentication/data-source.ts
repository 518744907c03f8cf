import type { CivilDate } from '@assist/policy';
import type { Contact } from '@assist/policy-chongqing';

/** Ways of being seen that another unit's record may stand for. A face is not among them: only WeChat's answer to us decides that. */
export const SOURCE_CONTACTS = [
  'office-manual',
  'window-with-card',
  'village-met',
  'review-visit',
  'review-video',
] as const satisfies readonly Contact[];

/** Somebody was seen elsewhere. */
export interface SourceContact {
  /** The source's own name of it, unique for ever within the source. */
  readonly key: string;
  /** By identity number, or by the keyed hash that our own tables hold. */
  readonly person: { readonly number: string } | { readonly hash: Buffer };
  readonly contact: (typeof SOURCE_CONTACTS)[number];
  readonly on: CivilDate;
  readonly where?: string | undefined;
}

/** What can say that somebody was seen, so that they need not be asked: data first, people last. */
export interface ContactSource {
  readonly name: string;
  /**
   * What was added since a place in it, oldest first; the same may come again.
   * @param after what an earlier answer gave as `next`; empty at the beginning
   * @param signal ends when we wait no longer
   */
  read(after: string, signal: AbortSignal): Promise<{ readonly contacts: readonly SourceContact[]; readonly next: string }>;
}
