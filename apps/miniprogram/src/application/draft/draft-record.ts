import {
  type DraftForm,
  type EvidenceKind,
  FORM_VERSION,
  type MemberForm,
  type PrefilledField,
  type RoutingAnswer,
  type Signature,
} from '@assist/contracts';

/** What the phone remembers beside the form: it travels with the draft to the person's other phone, and is not sent to the township. */
export interface Beside {
  /** "That is everybody": without it one member may be the whole family or a beginning. */
  readonly everyoneNamed?: boolean;
  /** Members whose screens were gone through; what is open there was left open on purpose. */
  readonly seenMembers?: readonly string[];
  /** Sections looked at and passed with "nothing of it" or "later". */
  readonly passed?: readonly string[];
  /** Written by earlier versions of the app only: evidence the person will bring later. Now it stands in the form. */
  readonly later?: readonly EvidenceKind[];
  readonly signatures?: readonly Signature[];
  /** Chosen office where routing left a choice. */
  readonly officeId?: string;
  /** Last answer of the routing, so that the place is known without network. */
  readonly routing?: RoutingAnswer;
  /** Filled-in values that the person said are wrong, as they were: one tap puts them back. Nothing of it is sent with the form. */
  readonly takenOut?: readonly TakenOut[];
}

/** One value that stood in the form until somebody said that it is wrong. */
export interface TakenOut {
  readonly memberId: string;
  readonly field: PrefilledField;
  readonly value: MemberForm[PrefilledField];
}

/** A draft as it lies on the phone. */
export interface DraftRecord {
  readonly draftId: string;
  /** Id of the submission. Made once with the draft and kept until the receipt is stored, so that a retry days later is the same submission. */
  readonly applicationId: string;
  readonly form: DraftForm;
  readonly beside: Beside;
  /** Counts the changes made on this phone. */
  readonly change: number;
  /** When it was last written, milliseconds. */
  readonly savedAt: number;
  /** What the server has: `change` is the count that was saved there. */
  readonly server?: ServerCopy;
  /** The other version after a conflict was settled; it can be taken back. */
  readonly setAside?: {
    readonly form: DraftForm;
    readonly beside: Beside;
    readonly savedAt: number;
    /** Where it was a draft of its own, and not another version of this one: its photos lie under its id. */
    readonly own?: Pick<DraftRecord, 'draftId' | 'applicationId' | 'server'>;
  };
  /** Drafts on the server that the person chose not to open here. */
  readonly declined?: readonly string[];
}

export interface ServerCopy {
  readonly revision: number;
  readonly savedAt: string;
  readonly keptUntil: string;
  readonly change: number;
}

/** Whether the server has everything that was typed here. */
export const isOnServer = (r: DraftRecord): boolean => r.server?.change === r.change;

/** Under this key the things beside the form travel inside a draft; the form's schema drops it at submission. */
const BESIDE = 'beside';

export const toServerForm = (form: DraftForm, beside: Beside): Record<string, unknown> => ({ ...form, [BESIDE]: beside });

export function fromServerForm(stored: Record<string, unknown>): { form: Record<string, unknown>; beside: Beside } {
  const { [BESIDE]: beside, ...form } = stored;
  return { form, beside: (typeof beside === 'object' && beside !== null ? beside : {}) as Beside };
}

/** Nothing was typed yet: the first member without a word. */
export function isEmpty(form: DraftForm): boolean {
  const { formVersion: _v, members = [], photos = [], ...rest } = form;
  const first = members[0];
  const bare =
    members.length === 0 || (members.length === 1 && first !== undefined && first.name === '' && Object.keys(first).length === 3);
  return bare && photos.length === 0 && Object.values(rest).every((value) => value === undefined);
}

/** A form with nobody in it but who applies. @param now milliseconds */
export const newRecord = (newId: () => string, now: number): DraftRecord => ({
  draftId: newId(),
  applicationId: newId(),
  form: { formVersion: FORM_VERSION, members: [{ id: 'm1', relation: 'self', name: '' }], photos: [] },
  beside: {},
  change: 1,
  savedAt: now,
});
