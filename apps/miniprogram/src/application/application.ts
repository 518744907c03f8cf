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
  /** As soon as it is ready. */
  now?: Application;
}
/** Of everybody who was here, their own and one for each person whom they fill in for: nothing of one lies among another's. */
const opened = new Map<string, Opened>();

/** Reads what the phone kept and makes the stores; once. */
export async function openApplication(): Promise<Application> {
  const mine = await openDrawer();
  const grantId = acting.get()?.grantId;
  await bringTogether(mine);
  const key = `${mine} ${grantId ?? ''}`;
  const one: Opened = opened.get(key) ?? { drawer: mine, ready: openFor(mine, grantId) };
  opened.set(key, one);
  const ready = await one.ready;
  one.now = ready;
  if (drawer.get() === mine && acting.get()?.grantId === grantId && opened.get(key) === one) application.set(ready);
  return ready;
}

/** One after another: two never lay the same things at once. */
let joining: Promise<unknown> = Promise.resolve();
/** What a full phone could not take in lies where it lay, until the next start. */
const leftThere = new Set<number>();

/** Who wrote something here before they signed in finds all of it in one place, also where their own was open already. */
function bringTogether(mine: number): Promise<unknown> {
  joining = joining.catch(() => undefined).then(() => joinWhatIsBeside(mine));
  return joining;
}
const toJoin = (mine: number): readonly number[] => drawersBeside(mine).filter((from) => !leftThere.has(from));

async function joinWhatIsBeside(mine: number): Promise<void> {
  const beside = toJoin(mine);
  if (beside.length === 0) return;
  // Nothing of either is in memory while it is laid together: what was read before would write over what came.
  for (const [key, was] of opened) {
    if (was.drawer !== mine && !beside.includes(was.drawer)) continue;
    const { storage } = await was.ready;
    storage.close();
    // What was typed a moment ago is written before it is fetched.
    await storage.settled();
    opened.delete(key);
  }
  for (const from of beside) {
    await joinDrawers(shelfOf(from), shelfOf(mine));
    if (!(await letDrawerGo(from))) leftThere.add(from);
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
drawer.subscribe(() => {
  const mine = drawer.get();
  // Before anything hears that they are signed in: what was in memory sends nothing any more, what is opened after the joining does.
  if (mine !== undefined && toJoin(mine).length > 0) for (const one of opened.values()) if (one.drawer === mine) one.now?.storage.close();
  // Somebody else holds the phone: nothing of the one before stays on the screen, and nobody is filled in for.
  if (acting.get()) acting.set(undefined);
  else another();
});
