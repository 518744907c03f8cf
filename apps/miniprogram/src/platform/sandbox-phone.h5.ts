import { localProblem, type Problem } from '@assist/contracts';
import { WEB_SIGN_IN } from './build';
import { makeStore } from './store';

/** In development the web page stands for the phone of one of the sandbox's sample residents. */
export const SAMPLE_RESIDENTS = [
  { id: 'zhou', name: '周德明' },
  { id: 'li', name: '李素芬' },
] as const;

const KEY = 'sandbox-persona';
const fromAddress = (): string | null => new URLSearchParams(location.search).get('persona');

/** Which sample resident holds this browser; nobody until chosen. `?persona=` in the address chooses at once. */
export const persona = makeStore<string | undefined>(WEB_SIGN_IN ? (fromAddress() ?? localStorage.getItem(KEY) ?? undefined) : undefined);

export function choosePersona(id: string | undefined): void {
  if (id) localStorage.setItem(KEY, id);
  else localStorage.removeItem(KEY);
  persona.set(id);
}

/** Asks the sandbox's control plane for what WeChat would hand to a real phone. */
export async function codeFromSandbox(
  kind: 'login-code' | 'phone-code',
): Promise<{ readonly code: string } | { readonly problem: Problem }> {
  const id = persona.get();
  if (!WEB_SIGN_IN || !id) return { problem: localProblem('answer-not-understood') };
  try {
    const answer = await fetch(`/__sandbox/personas/${encodeURIComponent(id)}/${kind}`, { method: 'POST' });
    const { code } = (await answer.json()) as { code?: unknown };
    return typeof code === 'string' ? { code } : { problem: localProblem('answer-not-understood') };
  } catch {
    return { problem: localProblem('no-network') };
  }
}

/** What WeChat would call back on a real phone; `never` is a phone that went dark. */
interface PhoneAnswer {
  readonly callback: 'success' | 'fail' | 'never';
  readonly errCode?: number;
  readonly result?: Readonly<Record<string, string>>;
}

/** Asks the sandbox's control plane what WeChat's own screen came to on this phone. It never throws. */
export async function onSandboxPhone(screen: 'face' | 'subscribe', given: object): Promise<PhoneAnswer> {
  const id = persona.get();
  if (!WEB_SIGN_IN || !id) return { callback: 'fail' };
  try {
    const order = { method: 'POST', body: JSON.stringify(given) };
    const answer = await fetch(`/__sandbox/personas/${encodeURIComponent(id)}/${screen}`, order);
    const told = (await answer.json()) as Partial<PhoneAnswer>;
    return told.callback ? (told as PhoneAnswer) : { callback: 'fail' };
  } catch {
    return { callback: 'fail' };
  }
}
