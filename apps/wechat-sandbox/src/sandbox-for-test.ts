import { startSandbox } from './start-sandbox.ts';

export const START = Date.UTC(2026, 10, 22, 2, 0, 0);

/** A running sandbox with the few verbs that its tests speak. */
export async function sandboxForTest(options: { stateFile?: string; port?: number } = {}) {
  const waits: number[] = [];
  const sandbox = await startSandbox({ clock: () => START, wait: async (ms) => void waits.push(ms), ...options });
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(sandbox.url + path, init);
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type') ?? '', text, body: parsed(text) };
  };
  const post = (path: string, body: unknown, init: RequestInit = {}) =>
    send(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init });
  const control = async (path: string, body: unknown = {}) => (await post(`/__sandbox${path}`, body)).body;
  const app = { appid: sandbox.appid, secret: sandbox.secret };
  return {
    ...sandbox,
    waits,
    send,
    post,
    control,
    advance: (seconds: number) => control('/clock/advance', { seconds }),
    fault: (fault: object) => control('/faults', fault),
    loginCode: async (persona: string, order: object = {}): Promise<string> =>
      (await control(`/personas/${persona}/login-code`, order)).code,
    phoneCode: async (persona: string, order: object = {}): Promise<string> =>
      (await control(`/personas/${persona}/phone-code`, order)).code,
    login: (code: string, change: Record<string, string> = {}) =>
      send(`/sns/jscode2session?${new URLSearchParams({ ...app, js_code: code, grant_type: 'authorization_code', ...change })}`),
    stable: async (change: object = {}) =>
      (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...app, ...change })).body,
    plain: async () => (await send(`/cgi-bin/token?${new URLSearchParams({ grant_type: 'client_credential', ...app })}`)).body,
    phone: (token: string, body: object) => post(`/wxa/business/getuserphonenumber?access_token=${token}`, body),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers are asserted whole by the tests
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
