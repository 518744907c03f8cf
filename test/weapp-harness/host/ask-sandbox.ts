/** What the person's WeChat gets from its servers. */
export type CodeKind = 'login' | 'phone';

/**
 * A one-time code for the person, from the sandbox's control plane.
 *
 * @throws Error when the sandbox is not there or does not know the person
 */
export async function askSandboxForCode(sandboxUrl: string, persona: string, kind: CodeKind): Promise<string> {
  const response = await fetch(`${sandboxUrl}/__sandbox/personas/${persona}/${kind}-code`, { method: 'POST', body: '{}' });
  const answer = (await response.json()) as { code?: string; error?: string };
  if (answer.code === undefined) throw new Error(`sandbox: ${answer.error}`);
  return answer.code;
}

/** What WeChat calls back on the phone. `never`: nothing ever comes back. */
export interface PhoneAnswer {
  readonly callback: 'success' | 'fail' | 'never';
  readonly errMsg: string;
  readonly errCode: number;
  /** Of subscribe messages: what the person said to each template. */
  readonly result?: Readonly<Record<string, string>>;
}

/**
 * What WeChat's own screens come to on this person's phone: `face` with `{ verifyId }`, `subscribe` with `{ tmplIds }`.
 *
 * @throws Error when the sandbox is not there or does not know the person
 */
export async function askSandboxForScreen(sandboxUrl: string, persona: string, screen: PhoneScreen, given: unknown): Promise<PhoneAnswer> {
  const order = { method: 'POST', body: JSON.stringify(given) };
  const response = await fetch(`${sandboxUrl}/__sandbox/personas/${persona}/${screen}`, order);
  const answer = (await response.json()) as PhoneAnswer & { error?: string };
  if (answer.callback === undefined) throw new Error(`sandbox: ${answer.error}`);
  return answer;
}

export type PhoneScreen = 'face' | 'subscribe';
