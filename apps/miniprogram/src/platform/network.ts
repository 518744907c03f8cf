import Taro from '@tarojs/taro';
import { makeStore } from './store';

export type Network = 'good' | 'none' | 'back';

/** `back` stands for two seconds after a network returned, so that the bar can say so. */
export const network = makeStore<Network>('good');
const BACK_MS = 2000;
/**
 * Where one kind of call breaks and another goes through, every call that works would start everything anew, and it would never end:
 * calls set off a new round only so often. What the phone itself says of its network counts at once.
 */
const ROUND_MS = 15_000;
const returned = new Set<() => void>();
let lastRound = 0;
let nextRound: ReturnType<typeof setTimeout> | undefined;

function round(): void {
  clearTimeout(nextRound);
  nextRound = undefined;
  lastRound = Date.now();
  for (const heard of [...returned]) heard();
}

function report(connected: boolean, by: 'phone' | 'call'): void {
  const before = network.get();
  if (!connected) {
    network.set('none');
    return;
  }
  if (before !== 'none') return;
  network.set('back');
  setTimeout(() => network.set((now) => (now === 'back' ? 'good' : now)), BACK_MS);
  const wait = by === 'phone' ? 0 : lastRound + ROUND_MS - Date.now();
  if (wait <= 0) round();
  else nextRound ??= setTimeout(round, wait);
}

/** Called once when the app starts. */
export function watchNetwork(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => report(isConnected, 'phone'));
  Taro.getNetworkType()
    .then(({ networkType }) => report(networkType !== 'none', 'phone'))
    .catch(() => undefined);
}

/** A request that found no way out knows more than the phone's status. */
export const networkGone = (): void => report(false, 'call');
export const networkWorks = (): void => report(true, 'call');

export function onNetworkBack(heard: () => void): () => void {
  returned.add(heard);
  return () => returned.delete(heard);
}
