type Listener = () => void;
const listeners = new Set<Listener>();

/** Told when the server says that nobody is signed in any more. */
export const whenSignedOut = {
  tell: (): void => {
    for (const listener of listeners) listener();
  },
  listen: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Address that signs in and comes back. Only a path of this site is handed over. */
export const signInUrl = (returnTo: string): string =>
  `/staff/auth/login?return=${encodeURIComponent(/^\/(?![/\\])/.test(returnTo) ? returnTo : '/')}`;
