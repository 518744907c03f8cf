import type { HookAnswer, SendHook } from '../services/platform/client.ts';

/** Sends a webhook by the runtime's fetch. The body of the answer is thrown away unread, however long it is. */
export const sendHook: SendHook = async (url, headers, body, timeoutMs): Promise<HookAnswer> => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    void answer.body?.cancel().catch(() => undefined);
    return answer.status >= 300 && answer.status < 400 ? 'redirected' : answer.status;
  } catch {
    return signal.aborted ? 'timeout' : 'no-answer';
  }
};
