import { ServiceProblem } from '../services/problem.ts';

export const MOST_JSON_BYTES = 1024 * 1024;
const MOST_DEPTH = 32;

/** Reads a body up to a limit; what says or turns out to be longer is not read on. */
export async function readLimited(request: Request, most: number, code: 'too-large' | 'file-too-large'): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new ServiceProblem(code);
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!request.body) return Buffer.alloc(0);
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw new ServiceProblem(code);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws ServiceProblem `bad-request`, `too-large` */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new ServiceProblem('bad-request');
  const text = new TextDecoder('utf-8').decode(await readLimited(request, MOST_JSON_BYTES, 'too-large'));
  if (depthOf(text) > MOST_DEPTH) throw new ServiceProblem('bad-request');
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceProblem('bad-request');
  }
}

/** How deep brackets are nested, outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inText) {
      if (c === 0x5c) i += 1;
      else if (c === 0x22) inText = false;
    } else if (c === 0x22) inText = true;
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x7d || c === 0x5d) depth -= 1;
  }
  return deepest;
}
