import { MOST_FILE_BYTES } from '../services/file/receive.ts';
import { ServiceProblem } from '../services/problem.ts';
import { readLimited } from './read-body.ts';

/** Boundaries and the small fields beside the photo. */
const AROUND = 64 * 1024;

export interface Multipart {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Buffer;
}

/**
 * One file and a few words beside it. The photo is measured itself, whatever is said about its length.
 * @throws ServiceProblem `bad-request`, `file-too-large`, `file-empty`
 */
export async function readMultipart(request: Request, most = MOST_FILE_BYTES): Promise<Multipart> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) throw new ServiceProblem('bad-request');
  const body = await readLimited(request, most + AROUND, 'file-too-large');
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new ServiceProblem('bad-request');
  });
  const fields: Record<string, string> = {};
  let file: Buffer | undefined;
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = value;
    else if (file) throw new ServiceProblem('bad-request');
    else file = Buffer.from(await value.arrayBuffer());
  }
  if (!file) throw new ServiceProblem('file-empty');
  if (file.length > most) throw new ServiceProblem('file-too-large');
  return { fields, file };
}
