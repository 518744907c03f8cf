import type { Transport, TransportAnswer } from '@assist/contracts';
import { idleSeconds } from './idle.ts';

/** Milliseconds after which a request is given up; the person may send the same thing again. */
const PATIENCE = 30_000;

type Network = 'up' | 'down';
let network: Network = 'up';
const listeners = new Set<() => void>();

const setNetwork = (next: Network): void => {
  if (next === network) return;
  network = next;
  for (const listener of listeners) listener();
};
globalThis.addEventListener?.('online', () => setNetwork('up'));
globalThis.addEventListener?.('offline', () => setNetwork('down'));

/** Whether the last request reached anybody. */
export const networkState = (): Network => network;
export const onNetworkChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Sends with the session cookie. Writes carry a header that no form of another site can set. Never throws. */
export async function send(path: string, init: RequestInit): Promise<Response | 'no-network' | 'timeout'> {
  const headers = new Headers(init.headers);
  if (init.method && init.method !== 'GET') headers.set('x-requested-with', 'desk');
  // What the page asks by itself keeps no session open.
  headers.set('x-idle-seconds', String(idleSeconds()));
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const response = await fetch(path, {
      ...init,
      headers,
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: stop.signal,
    });
    setNetwork('up');
    return response;
  } catch {
    if (stop.signal.aborted) return 'timeout';
    setNetwork('down');
    return 'no-network';
  } finally {
    clearTimeout(timer);
  }
}

/** How the contracts' client travels. */
export const transport: Transport = async (request): Promise<TransportAnswer> => {
  const answer = await send(request.path, {
    method: request.method,
    headers: request.headers,
    ...(request.body !== undefined && { body: request.body }),
  });
  if (answer === 'no-network' || answer === 'timeout') return { kind: answer };
  try {
    return { kind: 'answer', status: answer.status, text: await answer.text() };
  } catch {
    return { kind: 'no-network' };
  }
};
