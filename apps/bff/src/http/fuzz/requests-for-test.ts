import { type OpenapiDocument, type Operation, type Schema, sampleOf } from './sample-for-test.ts';
import { FRAGMENTS, type Luck, oddValue, SIGNS, spoilt } from './values-for-test.ts';

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | FormData | undefined;
  /** What was done to it, for whoever looks for the reason. */
  readonly how: string;
}
export interface Fuzzed {
  readonly document: OpenapiDocument;
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/** Every operation of a document. */
export const operationsOf = (document: OpenapiDocument): Fuzzed[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ document, path, method: method.toUpperCase(), operation })),
  );

/** Half signs are nobody's: a URL or a form has none. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
const encoded = (text: string): string => encodeURIComponent(wellFormed(text));
const oddText = (luck: Luck): string =>
  luck.one([...FRAGMENTS, ...SIGNS, 'x'.repeat(3000), '1', '-1', 'null', '%', '%zz', '%00', '%c0%af']);

/** One request of an operation: as it should be, or with something odd in its path, query, header or body. */
export function requestOf({ document, path, method, operation }: Fuzzed, luck: Luck, id: () => string): Asked {
  const sample = (schema: Schema) => sampleOf(document, schema, luck, id);
  const parameters = operation.parameters ?? [];
  const params = parameters.filter((one) => one.in === 'path');
  const place = luck.one([
    ...['nothing', 'nothing', 'query'],
    ...(params.length > 0 ? ['path'] : []),
    ...(parameters.some((one) => one.in === 'query') ? ['query', 'query', 'query'] : []),
    ...(operation.requestBody ? ['body', 'body', 'body', 'bytes'] : []),
    ...(parameters.some((one) => one.in === 'header') ? ['header'] : []),
  ]);
  const odd = place === 'path' && params.length > 0 ? luck.one(params).name : undefined;
  const to = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === odd) return luck.chance(0.3) ? luck.one(['%', '%zz', '%00', '%c0%af', '.', '']) : encoded(oddText(luck));
    return encoded(String(sample(params.find((one) => one.name === name)?.schema ?? {})));
  });
  const query = parameters
    .filter((one) => one.in === 'query' && luck.chance(0.6))
    .map((one) => `${one.name}=${encoded(place === 'query' && luck.chance(0.6) ? oddText(luck) : String(sample(one.schema)))}`);
  if (place === 'query') query.push(`${luck.one(['cursor', 'x', '__proto__'])}=${encoded(oddText(luck))}`);
  const keyed = parameters.some((one) => one.name === 'Idempotency-Key');
  const key = place === 'header' ? luck.one(['', '"', 'x'.repeat(200), "' or 1=1 --", id()]) : luck.uuid();
  const { body, type } = bodyOf(operation, place, sample, luck);
  return {
    method,
    path: `${to}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: {
      ...(type && { 'content-type': place === 'header' && luck.chance(0.3) ? 'text/plain' : type }),
      ...(keyed && { 'idempotency-key': key }),
      ...(place === 'header' &&
        luck.chance(0.5) && { 'x-acting-for': luck.one([id(), 'x', '']), 'x-forwarded-for': luck.one(FRAGMENTS).replace(/[\r\n]/g, '') }),
    },
    body,
    how: odd ? `${place} ${odd}` : place,
  };
}

function bodyOf(
  operation: Operation,
  place: string,
  sample: (schema: Schema) => unknown,
  luck: Luck,
): { body: Asked['body']; type?: string } {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return { body: undefined };
  const value = sample(content.schema);
  if (type.startsWith('multipart/')) return { body: formOf(place === 'body' ? spoilt(value, luck) : value, luck) };
  if (place === 'bytes') return { body: bytesOf(JSON.stringify(value), luck), type };
  return { body: JSON.stringify(place === 'body' ? spoilt(value, luck) : value) ?? 'null', type };
}

/** What is no JSON, not wholly, or not in UTF-8. */
function bytesOf(text: string, luck: Luck): Buffer {
  const whole = Buffer.from(text);
  return luck.one([
    () => whole.subarray(0, luck.below(whole.length + 1)),
    () => Buffer.concat([whole, Buffer.from([0xff, 0xfe, 0x00])]),
    () => Buffer.from(text.replace(/"([^"]*)"$|:"/, ':"\u0000')),
    () => Buffer.from([0xc3, 0x28, 0xa0, 0xa1]),
    () => Buffer.from(`${'['.repeat(100_000)}`),
    () => Buffer.from(`{"a":${'9'.repeat(5000)}}`),
    () => Buffer.from('{"a":1,"a":2}'),
    () => Buffer.alloc(0),
  ])();
}

function formOf(value: unknown, luck: Luck): FormData {
  const form = new FormData();
  if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value).slice(0, 40))
      if (name !== 'file') form.append(name, wellFormed(typeof one === 'string' ? one : (JSON.stringify(one) ?? '')));
  const bytes = luck.one([
    () => Buffer.from('GIF89a<script>alert(1)</script>'),
    () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 0xff, 0xff]),
    () => Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    () => Buffer.from('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>'),
    () => Buffer.from(`姓名,证件号码\r\n"=1+1","${'x'.repeat(100)}`),
    () => Buffer.from(JSON.stringify(oddValue(luck)) ?? ''),
    () => Buffer.alloc(0),
  ])();
  if (luck.chance(0.9)) form.append('file', new Blob([new Uint8Array(bytes)]), luck.one(['a.jpg', '../../x.png', 'x'.repeat(300)]));
  if (luck.chance(0.1)) form.append('file', new Blob(['twice']), 'b');
  return form;
}
