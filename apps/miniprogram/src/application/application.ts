import type { CorrectionView, ProblemField } from '@assist/contracts';
import { acting } from '@/platform/acting';
import { drawer, drawersBeside, letDrawerGo, openDrawer, shelfOf } from '@/platform/storage';
import { makeStore, type Store } from '@/platform/store';
import type { Runs } from './authentication/runs.ts';
import type { Changes } from './change/changes.ts';
import type { ClaimLater } from './claim/claim.ts';
import type { DraftStore } from './draft/draft-store.ts';
import type { CorrectionAnswer } from './follow/correction-answers.ts';
import { joinDrawers } from './join/join-drawers.ts';
import { openFor } from './open/open-for.ts';
import type { PhotoQueue } from './photos/photo-queue.ts';
import type { NewId } from './ports.ts';
import type { RoundWork } from './round/round.ts';
import type { Sender } from './send/sender.ts';
import type { KeptTexts } from './texts-on.ts';
import type { UrgentHelp } from './urgent/urgent-help.ts';
import type { VideoQueue } from './videos/video-queue.ts';

/** Everything of this phone's application: the draft, its photos, the way it is sent. One for all pages. */
export interface Application {
  readonly storage: KeptTexts;
  readonly draft: DraftStore;
  readonly photos: PhotoQueue;
  readonly sender: Sender;
  /** Who the person says they are, while it waits for a network. */
  readonly claim: ClaimLater;
  /** Changes told by people who already receive something; they go a way of their own. */
  readonly changes: Changes;
  readonly videos: VideoQueue;
  /** Everybody who is being seen (eligibility authentication) with this phone's help. */
  readonly runs: Runs;
  /** A village assistant's round; on everybody else's phone it is empty. */
  readonly round: RoundWork;
  /** Calls for help; they need nobody signed in. */
  readonly urgent: UrgentHelp;
  /** Made on the phone, unique for ever. */
  readonly newId: NewId;
  /** What the last check before sending found; the screens show it at their fields. */
  readonly fixes: Store<readonly ProblemField[]>;
  /** The person leaves this phone: nothing of theirs stays on it or in memory. */
  readonly forget: () => Promise<void>;
  readonly correction: (applicationId: string, correction: CorrectionView) => CorrectionAnswer;
}

export const application = makeStore<Application | undefined>(undefined);
interface Opened {
  readonly drawer: number;
  readonly ready: Promise<Application>;
}
/** Of everybody who was here, their own and one for each person whom they fill in for: nothing of one lies among another's. */
const opened = new Map<string, Opened>();

/** Reads what the phone kept and makes the stores; once. */
export async function openApplication(): Promise<Application> {
  const mine = await openDrawer();
  const grantId = acting.get()?.grantId;
  const key = `${mine} ${grantId ?? ''}`;
  const one = opened.get(key) ?? { drawer: mine, ready: bringTogether(mine).then(() => openFor(mine, grantId)) };
  opened.set(key, one);
  const ready = await one.ready;
  if (drawer.get() === mine && acting.get()?.grantId === grantId) application.set(ready);
  return ready;
}
const together = new Map<number, Promise<void>>();
/** Before anything of a drawer is in memory: who wrote something here before they had signed in finds all of it in one place. */
function bringTogether(mine: number): Promise<void> {
  const one = together.get(mine) ?? joinWhatIsBeside(mine);
  together.set(mine, one);
  return one;
}
async function joinWhatIsBeside(mine: number): Promise<void> {
  for (const from of await drawersBeside(mine)) {
    for (const [key, was] of opened) {
      if (was.drawer !== from) continue;
      const { storage } = await was.ready;
      // What was typed a moment ago is written before it is fetched.
      await storage.settled();
      storage.close();
      opened.delete(key);
    }
    together.delete(from);
    await joinDrawers(shelfOf(from), shelfOf(mine));
    await letDrawerGo(from);
  }
}

/** The person leaves this phone: their own, and whatever they filled in for others. What another person left here stays theirs. */
export async function forgetApplications(): Promise<void> {
  acting.set(undefined);
  const mine = await openDrawer();
  for (const one of opened.values()) if (one.drawer === mine) await (await one.ready).forget();
}
const another = (): void => {
  application.set(undefined);
  void openApplication();
};
acting.subscribe(another);
// Somebody else holds the phone: nothing of the one before stays on the screen, and nobody is filled in for.
drawer.subscribe(() => (acting.get() ? acting.set(undefined) : another()));
