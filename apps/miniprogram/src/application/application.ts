import { type CorrectionView, type ProblemField, residentApi, STATEMENT_HASHES } from '@assist/contracts';
import { account } from '@/platform/account';
import { acting, clientFor } from '@/platform/acting';
import { agreement, hasAgreed } from '@/platform/agreement';
import { api, session } from '@/platform/api';
import { today } from '@/platform/clock';
import { readPiece } from '@/platform/file-pieces';
import { dropPhoto, hidePhoto, keepPhoto, showPhoto, withPhoto } from '@/platform/kept-photos';
import { dropSound, keepSound, withSound } from '@/platform/kept-sounds';
import { dropVideo, keepVideo, openVideo, sealVideo } from '@/platform/kept-videos';
import { network, onNetworkBack } from '@/platform/network';
import { newIds } from '@/platform/new-id';
import { lookAtPhoto } from '@/platform/photo-look';
import { newSecret } from '@/platform/secret';
import { drawer, openDrawer, shelfOf } from '@/platform/storage';
import { makeStore, type Store } from '@/platform/store';
import { makeRuns, type Runs } from './authentication/runs.ts';
import { type Changes, makeChanges } from './change/changes.ts';
import { type ClaimLater, makeClaim } from './claim/claim.ts';
import { type DraftStore, makeDraftStore } from './draft/draft-store.ts';
import { type CorrectionAnswer, makeCorrectionAnswer } from './follow/correction-answers.ts';
import { openIdPool } from './id-pool.ts';
import { openKeptTexts } from './kept-texts.ts';
import { hashOf } from './photos/hash-of.ts';
import type { PhotoEntry } from './photos/photo-entry.ts';
import { makePhotoQueue, type PhotoQueue } from './photos/photo-queue.ts';
import type { NewId, PhoneStorage } from './ports.ts';
import { openRound, type RoundWork } from './round/round.ts';
import { readReceipts } from './send/receipts.ts';
import { makeSender, type Sender } from './send/sender.ts';
import type { PrivacyConsent } from './sign/signatures.ts';
import { upload, uploadPiece, uploadUrgentSound } from './upload.ts';
import { makeUrgentHelp, type UrgentHelp } from './urgent/urgent-help.ts';
import { makeVideoQueue, type VideoQueue } from './videos/video-queue.ts';
import { whenLeaving } from './when-leaving.ts';

/** Everything of this phone's application: the draft, its photos, the way it is sent. One for all pages. */
export interface Application {
  readonly storage: PhoneStorage;
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
  const one = opened.get(key) ?? { drawer: mine, ready: open(mine, grantId) };
  opened.set(key, one);
  const ready = await one.ready;
  if (drawer.get() === mine && acting.get()?.grantId === grantId) application.set(ready);
  return ready;
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

const online = (): boolean => network.get() !== 'none';

/** The notice that was agreed to on this phone, with the hash of its wording. */
function privacy(): PrivacyConsent | undefined {
  const given = agreement.get();
  return given && hasAgreed() ? { version: given.version, hash: STATEMENT_HASHES['privacy-notice'], at: given.at } : undefined;
}

async function open(mine: number, grantId: string | undefined): Promise<Application> {
  const call = clientFor(grantId);
  // Nothing of one person is ever sent in another's name.
  const signedIn = (): boolean => account.get() !== undefined && drawer.get() === mine;
  const [storage, takeId] = await Promise.all([openKeptTexts(mine, grantId ? `helped.${grantId}.` : undefined), openIdPool(newIds)]);
  const now = () => Date.now();
  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  };
  const draft = makeDraftStore({
    storage,
    call,
    now,
    newId: takeId,
    later,
    signedIn,
    privacyAgreed: hasAgreed,
    wasSent: (id) => readReceipts(storage).some((r) => r.draftId === id),
  });

  const intoForm = ({ id, owner, about, memberId }: PhotoEntry) => {
    const record = draft.state().record;
    if (record?.draftId !== owner || record.form.photos?.some((p) => p.fileId === id)) return;
    draft.change((form) => ({
      ...form,
      photos: [...(form.photos ?? []), { fileId: id, about, ...(memberId !== undefined && { memberId }) }],
    }));
  };
  const photos = makePhotoQueue({
    storage,
    newId: takeId,
    signedIn,
    online,
    upload: (photo, progress) => upload(photo, progress, grantId),
    hash: ({ bytes }, path) => hashOf(readPiece, path, bytes),
    keepFile: (id, path) => keepPhoto(path, id),
    showFile: (id, path) => showPhoto(path, id),
    withFile: (id, path, act) => withPhoto(path, id, act),
    removeFile: (id, path) => dropPhoto(path, id),
    hideFile: hidePhoto,
    look: lookAtPhoto,
    deleteAtServer: (fileId) => call(residentApi.deleteFile, { params: { fileId } }),
    onReceived: intoForm,
  });
  const draftPhotos = () => {
    const owner = draft.state().record?.draftId;
    return owner === undefined ? [] : photos.waiting(owner).filter((p) => p.state === 'chosen');
  };
  const claim = makeClaim({ storage, call, signedIn, onAccount: (one) => account.set(one) });
  const identity = () => {
    const said = account.get()?.identity;
    return claim.waiting() && (said === undefined || said === 'none') ? 'claimed' : (said ?? 'unknown');
  };
  const sender = makeSender({
    storage,
    call,
    now,
    draft,
    // Who is helped said who they are on their own account, or their helper wrote it when beginning.
    identity: () => (grantId ? 'claimed' : identity()),
    first: claim.go,
    signIn: session.signIn,
    signedIn,
    privacy,
    waitingPhotos: () => draftPhotos().length,
  });

  const photosOf = (owner: string) => ({
    received: photos.receivedOf(owner),
    waiting: photos.waiting(owner).filter((p) => p.state === 'chosen').length,
  });
  const changes = makeChanges({
    storage,
    call,
    now,
    newId: takeId,
    signedIn,
    signIn: session.signIn,
    privacyAgreed: hasAgreed,
    photosOf,
    forgetPhotos: photos.forgetReceived,
  });
  const videos = makeVideoQueue({
    storage,
    newId: takeId,
    call,
    signedIn,
    online,
    keepFile: (id, path) => keepVideo(path, id),
    sealFile: ({ id, path, bytes }) => sealVideo(path, id, bytes),
    openFile: (id, path) => openVideo(path, id),
    removeFile: (id, path) => dropVideo(path, id),
    readPiece,
    sendPiece: uploadPiece,
  });
  const runs = makeRuns({
    storage,
    call,
    now,
    newId: takeId,
    signedIn,
    filesOf: (owner) => {
      const films = videos.of(owner);
      const seen = photosOf(owner);
      return {
        received: [...films.filter((v) => v.state === 'received'), ...seen.received].map((file) => file.id),
        waiting: seen.waiting + films.filter((v) => v.state === 'chosen').length,
      };
    },
    forgetFiles: (owner) => {
      void photos.forgetReceived(owner);
      void videos.forgetReceived(owner);
    },
  });
  const round = await openRound({
    box: shelfOf(mine),
    call: api,
    newId: takeId,
    today,
    signedIn,
    photosOf: (owner) => ({
      ...photosOf(owner),
      refused: photos.waiting(owner).filter((one) => one.state === 'refused').length,
      going: photos.of(owner).some((one) => one.progress !== undefined),
    }),
    forgetPhotos: (owner) => void photos.forgetReceived(owner),
  });
  const urgent = makeUrgentHelp({
    storage,
    call: api,
    newId: takeId,
    newSecret,
    sendSound: uploadUrgentSound,
    keepFile: (id, path) => keepSound(path, id),
    withFile: (id, path, act) => withSound(path, id, act),
    removeFile: (id, path) => dropSound(path, id),
  });
  const correction = (applicationId: string, asked: CorrectionView) =>
    makeCorrectionAnswer(
      {
        storage,
        call,
        now,
        newId: takeId,
        photosOf: (owner) => ({ ...photosOf(owner), received: photos.receivedOf(owner).map((p) => p.id) }),
        forgetPhotos: (owner) => void photos.forgetReceived(owner),
      },
      applicationId,
      asked,
    );

  const meet = () => {
    if (!signedIn()) return;
    void claim.go();
    void draft.meetServer();
    void photos.go();
    void sender.resume();
    void changes.resume();
    void videos.go();
    void runs.resume();
    void round.resume();
  };
  const start = () => {
    if (!hasAgreed()) return;
    if (signedIn()) meet();
    else if (drawer.get() === mine) void session.signIn();
  };
  const own = draft.state().record?.draftId;
  // Confirmed just before the phone was killed, and not yet in the form.
  if (own !== undefined) photos.receivedOf(own).forEach(intoForm);
  account.subscribe(meet);
  network.subscribe(photos.tell);
  // What was sent off goes when the last of its files has arrived.
  videos.subscribe(runs.filesMoved);
  photos.subscribe(runs.filesMoved);
  photos.subscribe(round.filesMoved);
  agreement.subscribe(start);
  onNetworkBack(start);
  // Not signed in, not agreed to anything: a call for help goes all the same.
  onNetworkBack(() => void urgent.go());
  void urgent.go();
  whenLeaving(draft.flush);
  photos.subscribe(changes.photosMoved);
  photos.subscribe(sender.photosMoved);
  void photos.open();
  // What a killed app left plain is sealed first, with a network or without.
  void videos.go();
  start();
  const fixes = makeStore<readonly ProblemField[]>([]);
  const forget = async () => {
    draft.forget();
    sender.forget();
    claim.forget();
    changes.forget();
    runs.forget();
    await round.forget();
    await urgent.forget();
    fixes.set([]);
    await photos.clear();
    await videos.clear();
    await storage.clear();
  };
  return { storage, draft, photos, sender, claim, changes, videos, runs, round, urgent, newId: takeId, fixes, forget, correction };
}
