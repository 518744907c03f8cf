import { makeStore } from './store';

/** How many messages the person has not opened, as the server last counted them. */
export const unread = makeStore(0);
