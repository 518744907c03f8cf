import { makeStore } from './store';

/** How many messages the person has not looked at on this phone. */
export const unread = makeStore(0);
