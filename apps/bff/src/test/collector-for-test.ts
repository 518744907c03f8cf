import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Exported {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly notes: Readonly<Record<string, string | number>>;
  /** 2 where it broke. */
  readonly status: number;
  /** All that is written in it but its times and its own numbers. */
  readonly said: string;
}

interface Wire {
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string; readonly intValue?: number } }[];
}
interface WireSpan extends Wire {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly status: { readonly code?: number };
}
interface Body {
  readonly resourceSpans: readonly {
    readonly resource: Wire;
    readonly scopeSpans: readonly { readonly spans: readonly (WireSpan & Record<string, unknown>)[] }[];
  }[];
}

const notesOf = ({ attributes }: Wire) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));

/** A collector of traces that keeps what it is sent: OTLP over HTTP, as JSON. */
export async function collectorForTest() {
  const spans: Exported[] = [];
  const headers: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url !== '/v1/traces') return response.writeHead(404).end();
      headers.push(request.headers.authorization);
      for (const { resource, scopeSpans } of (JSON.parse(Buffer.concat(parts).toString()) as Body).resourceSpans)
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
          const { traceId, spanId, parentSpanId, startTimeUnixNano, endTimeUnixNano, ...said } = span;
          spans.push({
            service: String(notesOf(resource)['service.name']),
            traceId,
            spanId,
            ...(parentSpanId && { parentSpanId }),
            name: span.name,
            kind: span.kind,
            notes: notesOf(span),
            status: span.status.code ?? 0,
            said: JSON.stringify({ ...said, resource }),
          });
        }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    headers,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
