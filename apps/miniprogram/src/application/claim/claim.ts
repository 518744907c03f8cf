import { type AccountView, type Paper, type Problem, type ProblemCode, residentApi } from '@assist/contracts';
import { makeListeners } from '../listeners.ts';
import type { Client, PhoneStorage } from '../ports.ts';

/** Who somebody says they are. */
export interface Claim {
  readonly name: string;
  readonly paper: Paper;
}

export interface ClaimPorts {
  readonly storage: PhoneStorage;
  readonly call: Client;
  readonly signedIn: () => boolean;
  readonly onAccount: (account: AccountView) => void;
}

const KEY = 'claim';
/** What the server says about the name and number themselves. */
const ABOUT_THE_CLAIM: readonly ProblemCode[] = ['bad-request', 'form-invalid', 'state-changed'];

/** Name and number typed without a network: sealed on this phone until the server has them, then gone from it. */
export function makeClaim({ storage, call, signedIn, onAccount }: ClaimPorts) {
  const listeners = makeListeners();
  let running: Promise<Problem | undefined> | undefined;
  const waiting = (): Claim | undefined => {
    const text = storage.read(KEY);
    return text === undefined ? undefined : (JSON.parse(text) as Claim);
  };

  async function run(): Promise<Problem | undefined> {
    const body = waiting();
    if (!body || !signedIn()) return undefined;
    const answer = await call(residentApi.claimIdentity, { body });
    // What the server will not take is asked for again at the page, with the reason; anything else stays for later.
    if (answer.ok || ABOUT_THE_CLAIM.includes(answer.problem.code)) storage.remove(KEY);
    if (answer.ok) onAccount(answer.data);
    listeners.tell();
    return answer.ok ? undefined : answer.problem;
  }

  return {
    subscribe: listeners.add,
    waiting,
    /** Kept on the phone, and sent when it can be. */
    keep(claim: Claim): void {
      void storage.write(KEY, JSON.stringify(claim));
      listeners.tell();
      void this.go();
    },
    /** After signing in; before anything is sent that needs to be somebody's. One at a time. */
    go(): Promise<Problem | undefined> {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    forget(): void {
      storage.remove(KEY);
      listeners.tell();
    },
  };
}
export type ClaimLater = ReturnType<typeof makeClaim>;
