import { platformApi, residentApi, staffApi } from '@assist/contracts';
import { type AnyEndpoint, every } from '../every-endpoint-for-test.ts';
import { type Caller, type FuzzTown, LEFT_OUT, townToFuzz } from './callers-for-test.ts';
import { wrongWith } from './judge-for-test.ts';
import { type Asked, type Fuzzed, operationsOf, requestOf } from './requests-for-test.ts';
import type { OpenapiDocument } from './sample-for-test.ts';
import { luckOf } from './values-for-test.ts';

const SIDES = [
  ['resident', residentApi, '/api/openapi.json'],
  ['staff', staffApi, '/staff/api/openapi.json'],
  ['platform', platformApi, '/platform/openapi.json'],
] as const;
/** Under way at once, as from several phones. */
const AT_ONCE = 8;
const COUNTS_FORGOTTEN_EVERY = 50;
const MOST_TOLD = 25;
const MOST_KNOWN = 200;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

export interface FuzzReport {
  readonly asked: number;
  /** How many answers of each status, and how many operations were let in at least once. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly operations: number;
  readonly letIn: number;
  readonly wrong: readonly string[];
}

/** Asks so many times, whatever comes to its mind, and says what was wrong with an answer. @param seed the same asks for the same */
export async function fuzz(requests: number, seed: number): Promise<FuzzReport> {
  const town = await townToFuzz();
  try {
    return await run(town, requests, seed);
  } finally {
    await town.close();
  }
}

async function run(town: FuzzTown, requests: number, seed: number): Promise<FuzzReport> {
  const { bff, callers } = town;
  const bases = { resident: bff.residentUrl, staff: bff.staffUrl, platform: bff.platformUrl ?? '' };
  const all = await Promise.all(
    SIDES.map(async ([side, api, at]) => {
      const document = (await (await fetch(`${bases[side]}${at}`)).json()) as OpenapiDocument;
      const endpoints = new Map(every(api).map((e) => [e.id as string, e]));
      return operationsOf(document)
        .filter(({ operation }) => !LEFT_OUT.has(operation.operationId))
        .map((one) => ({ ...one, side, endpoint: endpoints.get(one.operation.operationId) as AnyEndpoint }));
    }),
  );
  const operations = all.flat();
  const statuses: Record<string, number> = {};
  const [wrong, letIn, shut]: [string[], Set<string>, Set<string>] = [[], new Set(), new Set()];

  const one = async (n: number): Promise<void> => {
    // Each by its own luck, so that one alone can be asked again.
    const luck = luckOf(seed * 1_000_003 + n);
    // In turn, so that even a short run meets them all.
    const op = operations[(n * 7919 + seed) % operations.length] as (typeof operations)[number];
    const there = callers.filter(({ side }) => side === op.side);
    const welcome = there.filter(({ name }) => !shut.has(`${op.operation.operationId} ${name}`));
    const caller = luck.one(welcome.length > 0 && luck.chance(0.9) ? welcome : there);
    const others = callers.filter((other) => other !== caller && other.known.length > 0);
    const id = () => {
      const from = luck.chance(0.6) || others.length === 0 ? caller.known : luck.one(others).known;
      return from.length > 0 && luck.chance(0.85) ? luck.one(from) : luck.uuid();
    };
    const request = requestOf(op as Fuzzed, luck, id);
    const answer = await send(bases[op.side], request, caller);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    // Who was shown the door once stands there less often: what is refused at the door tries nothing behind it.
    if (answer.status === 401 || answer.status === 403) shut.add(`${op.operation.operationId} ${caller.name}`);
    if (answer.status < 300) {
      letIn.add(op.operation.operationId);
      if (answer.type.includes('json')) remember(caller, answer.text);
    }
    const what = wrongWith(answer, request.how.startsWith('path') ? undefined : op.endpoint, caller.hidden);
    if (what && wrong.length < MOST_TOLD) wrong.push(told(n, op.operation.operationId, caller, request, what, answer.text, bff.lines));
  };

  for (let n = 0; n < requests; n += AT_ONCE) {
    if (n % (AT_ONCE * COUNTS_FORGOTTEN_EVERY) === 0) await bff.sql`delete from rate_counts`;
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, requests - n) }, (_, i) => one(n + i)));
    if (wrong.length >= MOST_TOLD) break;
  }
  return { asked: requests, statuses, operations: operations.length, letIn: letIn.size, wrong };
}

async function send(base: string, { method, path, headers, body }: Asked, caller: Caller) {
  const answer = await fetch(`${base}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...headers, ...caller.headers },
    ...(method !== 'GET' && body !== undefined && { body: body instanceof Buffer ? new Uint8Array(body) : body }),
  });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', headers: answer.headers, text };
}

function remember({ known }: Caller, text: string): void {
  for (const [id] of text.matchAll(UUID)) if (!known.includes(id)) known.push(id);
  known.splice(0, Math.max(0, known.length - MOST_KNOWN));
}

function told(n: number, id: string, caller: Caller, request: Asked, what: string, text: string, lines: FuzzTown['bff']['lines']): string {
  const instance = /"instance":"([^"]+)"/.exec(text)?.[1];
  const line = lines.find((one) => one.message === 'problem' && one.instance === instance);
  const body = typeof request.body === 'string' ? request.body.slice(0, 300) : request.body?.constructor.name;
  const cause = line ? `\n  ${String(line.error)} ${String(line.stack).slice(0, 600)}` : '';
  return `#${n} ${id} as ${caller.name} (${request.how}): ${what}\n  ${request.method} ${request.path.slice(0, 200)} ${body ?? ''}\n  ${text.slice(0, 200)}${cause}`;
}
