import type { DraftForm, Problem } from '@assist/contracts';
import type { Client, Later, NewId, Now, PhoneStorage } from '../ports.ts';
import type { Beside, DraftRecord } from './draft-record.ts';
import type { FormVersions } from './migrations.ts';
import type { TheirDraft } from './server-copy.ts';

export interface DraftState {
  readonly record: DraftRecord | undefined;
  /** `full`: the phone had no room. The words stay on the screen, and go to the server if it can be reached. */
  readonly phone: 'saved' | 'saving' | 'full';
  readonly server: 'not-signed-in' | 'saving' | 'saved' | 'waiting';
  /** Written on two phones, and they differ: the person says which one goes on. */
  readonly conflict: TheirDraft | undefined;
  /** A draft of a newer mini-program lies here or at the server. It is left alone. */
  readonly newer: boolean;
  readonly problem: Problem | undefined;
}

export interface DraftPorts {
  readonly storage: PhoneStorage;
  readonly call: Client;
  readonly now: Now;
  readonly newId: NewId;
  readonly later: Later;
  readonly signedIn: () => boolean;
  /** Nothing is collected before the privacy notice was agreed to. */
  readonly privacyAgreed: () => boolean;
  /** Versions of the form and the steps between them; those of this app where none are given. */
  readonly versions?: FormVersions;
  /** Whether this draft was sent: its receipt is on this phone. */
  readonly wasSent?: (draftId: string) => boolean;
}

export interface DraftStore {
  state(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Starts a draft where there is none. Before the privacy notice it does nothing, and says so. */
  begin(): boolean;
  change(edit: (form: DraftForm) => DraftForm): void;
  changeBeside(edit: (beside: Beside) => Beside): void;
  /** Asks the server to keep it now: on leaving a page, on hide and unload. On the phone it is written already. */
  flush(): void;
  /** Saves at the server now. Never more than one save on the way. */
  saveNow(): Promise<void>;
  /** After signing in, and when the network is back: fetch what another phone wrote, save what this one has. */
  meetServer(): Promise<void>;
  settle(which: 'mine' | 'theirs'): void;
  /** A number is on the screen: it stays whole until this is undone. Otherwise the phone keeps none that the server has. */
  holdNumbers(): () => void;
  /** Takes the other version back after a conflict was settled. */
  swapSetAside(): void;
  /** Everything of it was sent and its receipt is stored. */
  finish(): void;
  /** The person leaves this phone: nothing of theirs stays in memory, and no answer that is still on its way comes back in. */
  forget(): void;
  /** The person throws it away, here and at the server. */
  discard(): Promise<void>;
}
