import type { Changed, ChangeForm, Place, Problem, ProblemField } from '@assist/contracts';

/** `change`: what the pictures ask for. `bereavement`: somebody died. `nothing`: all is as it was. */
export type Lane = 'change' | 'bereavement' | 'nothing';

type Filled<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What is said so far. An answer that is absent was not given, and never keeps it from being sent. */
export interface ChangeDraft {
  readonly caseId?: string | undefined;
  readonly personName?: string | undefined;
  readonly residence?: Place | undefined;
  readonly receives?: string | undefined;
  readonly reporter: Filled<ChangeForm['reporter']>;
  readonly changed: readonly ChangedDraft[];
  readonly lateReason?: string | undefined;
  readonly story?: string | undefined;
  readonly declared?: ChangeForm['declared'] | undefined;
  readonly passOn?: boolean | undefined;
}

type Income = NonNullable<Changed['income']>[number];
/** An income whose amount is still to come. */
export type IncomeDraft = Omit<Income, 'amount'> & { readonly amount?: Income['amount'] | undefined };

export interface ChangedDraft extends Omit<Filled<Changed>, 'event' | 'income' | 'spending' | 'joins'> {
  readonly event: string;
  readonly income?: readonly IncomeDraft[] | undefined;
  readonly spending?: Filled<NonNullable<Changed['spending']>> | undefined;
  readonly joins?:
    | (Omit<Filled<NonNullable<Changed['joins']>>, 'income'> & { readonly income?: readonly IncomeDraft[] | undefined })
    | undefined;
}

/** What the phone remembers beside it; it is not sent. */
export interface ChangeBeside {
  /** Pictures that were picked, in their order. */
  readonly groups?: readonly string[] | undefined;
  /** The question it stood at. */
  readonly at?: string | undefined;
  /** A new phone or bank account, which goes a way of its own. */
  readonly contact?: readonly string[] | undefined;
  /** It is about a household that is not this account's own. */
  readonly otherHousehold?: boolean | undefined;
  /** Answers of what was picked and let go again, by event. */
  readonly aside?: Readonly<Record<string, ChangedDraft>> | undefined;
  /** How it is to be shown: photos, a declaration, or nothing of it. */
  readonly proof?: 'photos' | 'declared' | 'none' | undefined;
}

export interface ChangeBody {
  readonly form: ChangeForm;
  readonly officeId?: string;
}

/** One notice on this phone, from the first tap until its receipt is here. */
export interface ChangeRecord {
  /** Its id at the server too: made once, so that the same notice is taken once. */
  readonly changeId: string;
  readonly lane: Lane;
  readonly draft: ChangeDraft;
  readonly beside: ChangeBeside;
  /** Milliseconds. */
  readonly savedAt: number;
  /** The person said: send it. From then on it goes by itself, whenever it can. */
  readonly askedAt?: number | undefined;
  /** Send without the photos that are not up yet. */
  readonly withoutPhotos?: boolean | undefined;
  /** Contents that left and whose fate is not known. */
  readonly bodies: readonly ChangeBody[];
  /** Why it did not arrive the last time. */
  readonly problem?: Problem | undefined;
  /** What is to be looked at again. */
  readonly fields?: readonly ProblemField[] | undefined;
}

export const newRecord = (changeId: string, lane: Lane, now: number): ChangeRecord => ({
  changeId,
  lane,
  draft: lane === 'bereavement' ? { reporter: { as: 'family' }, changed: [{ event: 'death' }] } : { reporter: {}, changed: [] },
  beside: {},
  savedAt: now,
  bodies: [],
});

/** Whether anything was said in it. A household that is known by itself was not said. */
export function isBare({ lane, draft: { reporter, changed, caseId: _known, ...rest }, beside }: ChangeRecord): boolean {
  if (Object.values(rest).some((value) => value !== undefined)) return false;
  if (lane === 'bereavement') return Object.values(changed[0] ?? {}).filter((value) => value !== undefined).length < 2;
  return reporter.as === undefined && changed.length === 0 && !beside.groups?.length;
}
