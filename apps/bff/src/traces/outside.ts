import type { SendHook } from '../services/platform/client.ts';
import type { StaffIdentityProvider } from '../services/staff/identity-provider.ts';
import type { Traces } from './span.ts';

/**
 * Calls by `fetch` to one system outside, each a span. A path is said only where it names a function and never a thing: `path` says which.
 * No query, no header, and nothing of ours is sent along: whom we call gets no trace of it.
 */
export function tracedFetch(traces: Traces, system: string, path: (url: URL) => string, given: typeof fetch = fetch): typeof fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const about = { name: `${system} ${path(url)}`.trim(), kind: 'client', notes: { 'http.request.method': method } } as const;
    return traces.span(about, async (notes) => {
      const answer = await given(input, init);
      notes.add({ 'http.response.status_code': answer.status });
      return answer;
    });
  };
}

export const tracedHook =
  (traces: Traces, send: SendHook): SendHook =>
  (...call) =>
    traces.span({ name: 'webhook', kind: 'client' }, async (notes) => {
      const answer = await send(...call);
      if (typeof answer === 'number') notes.add({ 'http.response.status_code': answer });
      else notes.broke(answer);
      return answer;
    });

export function tracedIdentity(traces: Traces, { begin, finish, signOutUrl, signedOut }: StaffIdentityProvider): StaffIdentityProvider {
  const span = <T>(step: string, ask: () => Promise<T>) => traces.span({ name: `identity-provider ${step}`, kind: 'client' }, ask);
  return {
    begin: (...given) => span('begin', () => begin(...given)),
    finish: (...given) => span('finish', () => finish(...given)),
    signOutUrl: () => span('sign-out', signOutUrl),
    signedOut: (token) => span('signed-out', () => signedOut(token)),
  };
}
