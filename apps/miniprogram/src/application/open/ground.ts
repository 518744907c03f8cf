import { account } from '@/platform/account';
import { clientFor } from '@/platform/acting';
import { newIds } from '@/platform/new-id';
import { drawer } from '@/platform/storage';
import { openIdPool } from '../id-pool.ts';
import { openKeptTexts } from '../kept-texts.ts';

/** What every store of one person stands on. */
export type Ground = Awaited<ReturnType<typeof openGround>>;

/** @param mine the drawer of whose phone it is; @param grantId whoever is helped, if anybody */
export async function openGround(mine: number, grantId: string | undefined) {
  const [storage, newId] = await Promise.all([openKeptTexts(mine, grantId ? `helped.${grantId}.` : undefined), openIdPool(newIds)]);
  return {
    mine,
    grantId,
    storage,
    newId,
    call: clientFor(grantId),
    now: () => Date.now(),
    later: (ms: number, act: () => void) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    // Nothing of one person is ever sent in another's name; where all of it was laid into another drawer, this one's number may be given anew.
    signedIn: (): boolean => account.get() !== undefined && drawer.get() === mine && !storage.isClosed(),
  };
}
