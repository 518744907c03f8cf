import { makeStore, useStore } from './store';

/** Whether this phone's own code is asked for now. Set by `lock.ts` alone. */
export const locked = makeStore<boolean>(false);
export const useLocked = (): boolean => useStore(locked);
