import type { CorrectionView, ProblemField } from '@assist/contracts';
import { hasAgreed } from '@/platform/agreement';
import { api, session } from '@/platform/api';
import { today } from '@/platform/clock';
import { dropSound, keepSound, withSound } from '@/platform/kept-sounds';
import { newSecret } from '@/platform/secret';
import { shelfOf } from '@/platform/storage';
import { makeStore } from '@/platform/store';
import type { Application } from '../application.ts';
import { makeRuns } from '../authentication/runs.ts';
import { makeChanges } from '../change/changes.ts';
import { makeCorrectionAnswer } from '../follow/correction-answers.ts';
import { openRound } from '../round/round.ts';
import { uploadUrgentSound } from '../upload.ts';
import { makeUrgentHelp } from '../urgent/urgent-help.ts';
import { openGround } from './ground.ts';
import { openOwnForm } from './own-form.ts';
import { goWhenItCan } from './when-it-goes.ts';

/** Reads what this phone kept of one person and makes the stores. @param mine their drawer; @param grantId whom they help, if anybody */
export async function openFor(mine: number, grantId: string | undefined): Promise<Application> {
  const ground = await openGround(mine, grantId);
  const { storage, call, now, newId, signedIn } = ground;
  const { draft, photos, videos, claim, sender, photosOf, filesOf, forgetFiles, receivedIntoForm } = openOwnForm(ground);
  const forgetPhotos = (owner: string): void => void photos.forgetReceived(owner);

  const changes = makeChanges({
    storage,
    call,
    now,
    newId,
    signedIn,
    signIn: session.signIn,
    privacyAgreed: hasAgreed,
    photosOf,
    forgetPhotos: photos.forgetReceived,
  });
  const runs = makeRuns({ storage, call, now, newId, signedIn, filesOf, forgetFiles });
  const round = await openRound({
    box: shelfOf(mine),
    call: api,
    newId,
    today,
    signedIn,
    photosOf: (owner) => ({
      ...photosOf(owner),
      refused: photos.waiting(owner).filter((one) => one.state === 'refused').length,
      going: photos.of(owner).some((one) => one.progress !== undefined),
    }),
    forgetPhotos,
  });
  const urgent = makeUrgentHelp({
    storage,
    call: api,
    newId,
    newSecret,
    sendSound: uploadUrgentSound,
    keepFile: (id, path) => keepSound(path, id),
    withFile: (id, path, act) => withSound(path, id, act),
    removeFile: (id, path) => dropSound(path, id),
  });
  const correction = (applicationId: string, asked: CorrectionView) => {
    const received = (owner: string) => ({ ...photosOf(owner), received: photos.receivedOf(owner).map((p) => p.id) });
    return makeCorrectionAnswer({ storage, call, now, newId, photosOf: received, forgetPhotos }, applicationId, asked);
  };

  receivedIntoForm();
  goWhenItCan(ground, { draft, photos, sender, claim, changes, videos, runs, round, urgent });
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
  return { storage, draft, photos, sender, claim, changes, videos, runs, round, urgent, newId, fixes, forget, correction };
}
