import { account } from '@/platform/account';
import { agreement, hasAgreed } from '@/platform/agreement';
import { session } from '@/platform/api';
import { network, onNetworkBack } from '@/platform/network';
import { drawer } from '@/platform/storage';
import type { Application } from '../application.ts';
import { whenLeaving } from '../when-leaving.ts';
import type { Ground } from './ground.ts';

type Parts = Pick<Application, 'draft' | 'photos' | 'sender' | 'claim' | 'changes' | 'videos' | 'runs' | 'round' | 'urgent'>;

/** When what waits on this phone goes by itself: at the start, when the person is known, when the network is back, when a file has arrived. */
export function goWhenItCan({ mine, signedIn, storage }: Ground, parts: Parts): void {
  const { draft, photos, sender, claim, changes, videos, runs, round, urgent } = parts;
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
  account.subscribe(meet);
  network.subscribe(photos.tell);
  // What was sent off goes when the last of its files has arrived.
  videos.subscribe(runs.filesMoved);
  photos.subscribe(runs.filesMoved);
  photos.subscribe(round.filesMoved);
  agreement.subscribe(start);
  onNetworkBack(start);
  // Not signed in, not agreed to anything: a call for help goes all the same.
  onNetworkBack(() => void (storage.isClosed() || urgent.go()));
  void urgent.go();
  whenLeaving(draft.flush);
  photos.subscribe(changes.photosMoved);
  photos.subscribe(sender.photosMoved);
  void photos.open();
  // What a killed app left plain is sealed first, with a network or without.
  void videos.go();
  start();
}
