import type { Fetch } from './exchange.ts';

export interface SentCall {
  readonly url: URL;
  readonly init: RequestInit;
}

export type Answer = Response | Error | ((sent: SentCall) => Response | Promise<Response>);

/** Test double: answers calls one after the other, keeps what was sent, and complains about a call nobody expected. */
export function scriptedFetch(...answers: Answer[]) {
  const sent: SentCall[] = [];
  const fetch: Fetch = async (url, init) => {
    const call = { url: new URL(url), init };
    sent.push(call);
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`unexpected call ${sent.length} to ${call.url.pathname}`);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(call) : answer;
  };
  return { fetch, sent };
}

/** No answer, until the caller has had enough. */
export const silence: Answer = ({ init }) =>
  new Promise<Response>((_done, refuse) => init.signal?.addEventListener('abort', () => refuse(new Error('aborted'))));
/** Short only where it is to run out: on a busy machine the rest may take its time. */
export const patienceFor = (answers: readonly Answer[]): number => (answers.includes(silence) ? 300 : 60_000);

export const NOW = Date.UTC(2026, 10, 22, 2, 0, 0);
export const APPID = 'wx00112233445566aa';
export const SECRET = '0123456789abcdef0123456789abcdef';

export const text = (body: string, init: ResponseInit = {}) => new Response(body, { headers: { 'content-type': 'text/plain' }, ...init });
export const json = (body: unknown) => text(JSON.stringify(body), { headers: { 'content-type': 'application/json; encoding=utf-8' } });
