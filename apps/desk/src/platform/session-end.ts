import type { Problem } from '@assist/contracts';

type Listener = () => void;

function bell() {
  const listeners = new Set<Listener>();
  return {
    tell: (): void => {
      for (const listener of listeners) listener();
    },
    listen: (listener: Listener): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Told when the server says that nobody is signed in any more. */
export const whenSignedOut = bell();
/** Told when the server asks for a second factor before it does something. */
export const whenSecondFactor = bell();

/** Whatever was refused: whoever minds is told, so that the page can go and sign in, or ask for the second factor. */
export function tellOf(problem: Problem): void {
  if (problem.status === 401) whenSignedOut.tell();
  if (problem.code === 'second-factor-needed') whenSecondFactor.tell();
}

const loginUrl = (returnTo: string, more: string): string =>
  `/staff/auth/login?returnTo=${encodeURIComponent(/^\/(?![/\\])/.test(returnTo) ? returnTo : '/')}${more}`;

/** Address that signs in and comes back. Only a path of this site is handed over. */
export const signInUrl = (returnTo: string): string => loginUrl(returnTo, '');
/** The same for somebody who is signed in and has to show a second factor. */
export const secondFactorUrl = (returnTo: string): string => loginUrl(returnTo, '&second=1');
