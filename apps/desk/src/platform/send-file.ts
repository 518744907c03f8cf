import { type CallOutput, type Endpoint, readAnswer } from '@assist/contracts';
import { ProblemError } from './api.ts';
import { tellOf } from './session-end.ts';
import { send } from './transport.ts';

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of any schemas
type AnyEndpoint = Endpoint<any, any, any, any>;

/**
 * Sends one file with its fields as a form.
 * @throws ProblemError
 */
export async function sendFile<E extends AnyEndpoint>(
  e: E,
  params: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>>,
  content: Blob,
): Promise<CallOutput<E>> {
  const path = e.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', content, 'file');
  const answer = await send(path, { method: e.method, body: form });
  const read =
    answer === 'no-network' || answer === 'timeout'
      ? readAnswer(e, { kind: answer })
      : readAnswer(e, { kind: 'answer', status: answer.status, text: await answer.text() });
  if (read.ok) return read.data;
  tellOf(read.problem);
  throw new ProblemError(read.problem);
}
