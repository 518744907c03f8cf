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
