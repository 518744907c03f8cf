import type { AccountView } from '@assist/contracts';
import { makeStore, useStore } from './store';

/** Who is signed in, as the server last said. In memory only. */
export const account = makeStore<AccountView | undefined>(undefined);
export const useAccount = (): AccountView | undefined => useStore(account);
