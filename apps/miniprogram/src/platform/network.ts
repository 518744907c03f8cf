import Taro from '@tarojs/taro';
import { makeStore } from './store';

export type Network = 'good' | 'none' | 'back';

/** `back` stands for two seconds after a network returned, so that the bar can say so. */
export const network = makeStore<Network>('good');
const BACK_MS = 2000;
const returned = new Set<() => void>();

function report(connected: boolean): void {
  const before = network.get();
  if (!connected) {
    network.set('none');
    return;
  }
  if (before !== 'none') return;
  network.set('back');
  setTimeout(() => network.set((now) => (now === 'back' ? 'good' : now)), BACK_MS);
  for (const heard of [...returned]) heard();
}

/** Called once when the app starts. */
export function watchNetwork(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => report(isConnected));
  Taro.getNetworkType()
    .then(({ networkType }) => report(networkType !== 'none'))
    .catch(() => undefined);
}

/** A request that found no way out knows more than the phone's status. */
export const networkGone = (): void => report(false);
export const networkWorks = (): void => report(true);

export function onNetworkBack(heard: () => void): () => void {
  returned.add(heard);
  return () => returned.delete(heard);
}
