import http from 'node:http';
import https from 'node:https';

export interface HttpOrder {
  readonly url: URL;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly signal: AbortSignal;
  /** Break the connection when this much of the body has gone. */
  readonly cutAfterBytes?: number | undefined;
  readonly onSent?: (sent: number, total: number) => void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly header: Record<string, string>;
  readonly cookies: string[];
  readonly body: Buffer;
}

const CHUNK = 16 * 1024;

/** One HTTP exchange with the body written piece by piece, so that progress and a break in the middle are real. */
export function httpExchange(order: HttpOrder): Promise<HttpAnswer> {
  const { url, method, body, signal } = order;
  return new Promise((done, refuse) => {
    const client = url.protocol === 'https:' ? https : http;
    const length = body === undefined ? {} : { 'content-length': String(body.byteLength) };
    // No kept connection: one that the server closed meanwhile would fail a call by chance.
    const request = client.request(url, { method, headers: { ...order.header, ...length }, signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', refuse);
      response.on('end', () => {
        const cookies = response.headers['set-cookie'] ?? [];
        done({ status: response.statusCode ?? 0, header: headersOf(response.rawHeaders), cookies, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', refuse);
    void send(request, order);
  });
}

async function send(request: http.ClientRequest, { body, cutAfterBytes, onSent }: HttpOrder): Promise<void> {
  if (body === undefined) {
    if (cutAfterBytes === undefined) request.end();
    else request.destroy(new Error('cut'));
    return;
  }
  for (let sent = 0; sent < body.byteLength && !request.destroyed; ) {
    const end = Math.min(sent + CHUNK, body.byteLength, cutAfterBytes ?? Infinity);
    await new Promise<void>((written) => request.write(body.subarray(sent, end), () => written()));
    sent = end;
    onSent?.(sent, body.byteLength);
    if (sent === cutAfterBytes) return void request.destroy(new Error('cut'));
  }
  request.end();
}

function headersOf(raw: readonly string[]): Record<string, string> {
  const header: Record<string, string> = {};
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] ?? '';
    header[name] = header[name] === undefined ? (raw[i + 1] ?? '') : `${header[name]},${raw[i + 1]}`;
  }
  return header;
}
