import { NOT_KNOWN, STATEMENT_HASHES } from '@assist/contracts';
import { account } from '@/platform/account';
import { agreement, hasAgreed } from '@/platform/agreement';
import { session } from '@/platform/api';
import { makeClaim } from '../claim/claim.ts';
import { makeDraftStore } from '../draft/draft-store.ts';
import type { PhotoEntry } from '../photos/photo-entry.ts';
import { readReceipts } from '../send/receipts.ts';
import { makeSender } from '../send/sender.ts';
import type { PrivacyConsent } from '../sign/signatures.ts';
import type { Ground } from './ground.ts';
import { openQueues } from './queues.ts';

/** The notice that was agreed to on this phone, with the hash of its wording. */
function privacy(): PrivacyConsent | undefined {
  const given = agreement.get();
  return given && hasAgreed() ? { version: given.version, hash: STATEMENT_HASHES['privacy-notice'], at: given.at } : undefined;
}

/** The form, the photos that stand in it, who the person says they are, and the way all of it is sent. */
export function openOwnForm(ground: Ground) {
  const { storage, call, now, newId, later, signedIn, grantId } = ground;
  const wasSent = (id: string) => readReceipts(storage).some((r) => r.draftId === id);
  const draft = makeDraftStore({ storage, call, now, newId, later, signedIn, privacyAgreed: hasAgreed, wasSent });
  const intoForm = ({ id, owner, about, memberId }: PhotoEntry) => {
    const record = draft.state().record;
    if (record?.draftId !== owner || record.form.photos?.some((p) => p.fileId === id)) return;
    draft.change((form) => ({
      ...form,
      photos: [...(form.photos ?? []), { fileId: id, about, ...(memberId !== undefined && { memberId }) }],
    }));
  };
  const files = openQueues(ground, intoForm);
  const claim = makeClaim({ storage, call, signedIn, onAccount: (one) => account.set(one) });
  const identity = () => {
    const said = account.get()?.identity;
    if (claim.waiting() && (said === undefined || said === 'none')) return 'claimed';
    return said === undefined || said === NOT_KNOWN ? 'unknown' : said;
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
    waitingPhotos: () => {
      const owner = draft.state().record?.draftId;
      return owner === undefined ? 0 : files.photosOf(owner).waiting;
    },
  });
  /** Confirmed just before the phone was killed, and not yet in the form. */
  const receivedIntoForm = (): void => {
    const own = draft.state().record?.draftId;
    if (own !== undefined) files.photos.receivedOf(own).forEach(intoForm);
  };
  return { ...files, draft, claim, sender, receivedIntoForm };
}
