import type { Door, DoorReceipt, Problem, RoundHousehold, WishId } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

/** One thing that changed, as it is asked at a door: no more than can be said there. */
export interface ToldAtDoor {
  readonly event?: string;
  readonly member?: string;
  readonly happenedOn?: CivilDate;
  readonly words?: string;
}

/** What is written down at one door; all of it may be missing until it is sent. */
export interface AtDoor {
  readonly nobodyHome?: boolean;
  readonly present?: string;
  readonly second?: string;
  readonly met?: readonly string[];
  readonly change?: 'same' | 'changed';
  readonly told?: ToldAtDoor;
  readonly apply?: { readonly name: string; readonly where: string; readonly words: string };
  readonly wishes?: readonly WishId[];
  readonly note?: string;
  /** Read out to who was there. */
  readonly readOut?: boolean;
}

/** `open`: being written. `asked`: it goes by itself. `received`: the township has it. `refused`: one thing is to be put right. */
export type DoorState = 'open' | 'asked' | 'received' | 'refused';

/** A door as this phone keeps it, sealed, until the township has it. What was sent keeps its id and its content. */
export interface DoorDraft {
  readonly id: string;
  readonly changeId: string;
  readonly caseId?: string;
  readonly visitId?: string;
  /** As it was downloaded: the list goes at the day's end, what is being written stays. */
  readonly household?: RoundHousehold;
  readonly name: string;
  readonly on: CivilDate;
  readonly state: DoorState;
  readonly at: AtDoor;
  /** As it left the phone. */
  readonly sent?: Door;
  readonly receipt?: DoorReceipt;
  readonly problem?: Pick<Problem, 'code' | 'title' | 'fields'>;
}

/** Whose photos these are in the queue of photos. */
export const photosOwner = (doorId: string): string => `door:${doorId}`;
