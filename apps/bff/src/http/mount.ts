import type { Endpoint } from '@assist/contracts';
import type { Hono, Context as HonoContext } from 'hono';
import type * as z from 'zod/mini';
import type { Context } from '../services/context.ts';
import { once } from '../services/idempotency/once.ts';
import { ServiceProblem, settled } from '../services/problem.ts';
import { countCall } from '../services/rate/count.ts';
import { within } from '../traces/span.ts';
import { addressOf } from './address.ts';
import type { AppOptions, Env } from './environment.ts';
import { formProblem } from './form-problem.ts';
import { holdsNul } from './holds-nul.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { readJson } from './read-body.ts';
import { readMultipart } from './read-multipart.ts';

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of any schemas
type AnyEndpoint = Endpoint<any, any, any, any>;
type Output<S> = S extends z.ZodMiniType ? z.output<S> : undefined;

/** What a handler is given: everything parsed. */
export interface Call<E extends AnyEndpoint, Who, Prepared = undefined> {
  readonly ctx: Context;
  readonly who: Who;
  readonly params: Output<NonNullable<E['params']>>;
  readonly query: Output<NonNullable<E['query']>>;
  readonly body: Output<NonNullable<E['body']>>;
  /** The photo of a multipart endpoint. */
  readonly file: Buffer;
  readonly prepared: Prepared;
}
/** Bytes for an endpoint that answers with a photo. */
export interface BytesAnswer {
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** To be saved under; ASCII. What has none is shown. */
  readonly saveAs?: string;
}
export class Answer<T> {
  readonly data: T;
  readonly status: number | undefined;
  /** @param status where it is another than the endpoint's own (200 for what was there already) */
  constructor(data: T, status?: number) {
    this.data = data;
    this.status = status;
  }
}
/** An endpoint without a contract for its answer gives a photo, or nothing. */
type AnswerOf<E extends AnyEndpoint> = [NonNullable<E['answer']>] extends [never]
  ? BytesAnswer | undefined
  : Output<NonNullable<E['answer']>>;
type Given<E extends AnyEndpoint> = AnswerOf<E> | Answer<AnswerOf<E>> | ServiceProblem;

export type Handle<E extends AnyEndpoint, Who> = (call: Call<E, Who>) => Promise<Given<E>>;
/** For a keyed POST that calls outside: that part runs before the transaction. */
export interface PreparedHandle<E extends AnyEndpoint, Who, Prepared> {
  before(call: Call<E, Who>): Promise<Prepared>;
  handle(call: Call<E, Who, Prepared>): Promise<Given<E>>;
}

export interface MountOptions<Who> extends AppOptions {
  /** Who is asking; for endpoints that are not for anyone. Gives also whose keys and counts these are. */
  readonly authenticate: (c: HonoContext<Env>) => Promise<{
    readonly who: Who;
    readonly scope: string;
    /** What the verb works with, where it is bound to who is asking. */
    readonly services?: Context;
  }>;
  /** What is put on record where a verb refuses to change something, when its transaction is undone. */
  readonly refused?: (who: Who, e: AnyEndpoint, params: Readonly<Record<string, unknown>>, ctx: Context, problem: unknown) => Promise<void>;
}

/** Puts one endpoint of the table on the application: count, authenticate, parse, one verb, answer. */
export function mount<E extends AnyEndpoint, Who, Prepared>(
  app: Hono<Env>,
  e: E,
  options: MountOptions<Who>,
  given: Handle<E, Who> | PreparedHandle<E, Who, Prepared>,
): void {
  const steps =
    typeof given === 'function'
      ? { before: async () => undefined as Prepared, handle: given as unknown as PreparedHandle<E, Who, Prepared>['handle'] }
      : given;
  app.on(e.method, e.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
    c.set('route', e.path);
    // Before anything is counted: a count is a write too, and the replica would have to wait for it.
    let read = e.who === 'anyone' ? options.services.replica?.begin(e.id) : undefined;
    if (e.who === 'anyone') await countCall(options.services, e.id, addressOf(c, options.trustedProxies));
    const {
      who,
      scope,
      services: ctx = options.services,
    } = e.who === 'anyone' ? { who: undefined as Who, scope: '', services: undefined } : await options.authenticate(c);
    if (e.who !== 'anyone') await countCall(options.services, e.id, scope);
    read ??= options.services.replica?.begin(e.id);

    const params = e.params?.safeParse(c.req.param());
    if (params && (!params.success || holdsNul(params.data))) throw new ServiceProblem('not-found');
    const query = e.query?.safeParse(c.req.query());
    if (query && (!query.success || holdsNul(query.data))) throw new ServiceProblem('bad-request');
    const parts = e.multipart ? await readMultipart(c.req.raw, e.mostBytes) : undefined;
    const body = e.body?.safeParse(parts ? parts.fields : await readJson(c.req.raw));
    if (body && !body.success) throw formProblem(body.error);
    if (body && holdsNul(body.data)) throw new ServiceProblem('bad-request');

    const call = {
      ctx,
      who,
      params: params?.data,
      query: query?.data,
      body: body?.data,
      file: parts?.file ?? Buffer.alloc(0),
      prepared: undefined,
    };
    const before = (from: Context) => steps.before({ ...call, ctx: from } as unknown as Call<E, Who>);
    const handle = (from: Context, prepared: Prepared) =>
      steps.handle({ ...call, ctx: from, prepared } as unknown as Call<E, Who, Prepared>);
    const unkeyed = async () => {
      if (!read) return handle(ctx, await before(ctx));
      // What reads first and then writes reads from the replica and writes on the primary.
      return typeof given === 'function' ? read(ctx, (from) => handle(from, undefined as Prepared)) : handle(ctx, await read(ctx, before));
    };
    const answer = async () =>
      e.key === 'header'
        ? await once(
            ctx,
            {
              scope,
              key: idempotencyKey(c.req.header('idempotency-key')),
              endpoint: e.id,
              payload: { params: params?.data, body: body?.data },
            },
            () => before(ctx),
            handle,
          )
        : await unkeyed();
    try {
      return respond(e, settled((await within({ name: `verb ${e.id}` }, answer)) as unknown));
    } catch (problem) {
      if (e.method !== 'GET') await options.refused?.(who, e, params?.data ?? {}, ctx, problem);
      throw problem;
    }
  });
}

function respond(e: AnyEndpoint, answer: unknown): Response {
  const status = (answer instanceof Answer && answer.status) || e.status;
  const data = answer instanceof Answer ? answer.data : answer;
  if (e.bytes) return photo(data as BytesAnswer);
  if (status === 204) return new Response(null, { status });
  return new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
}

function photo({ mediaType, bytes, saveAs }: BytesAnswer): Response {
  return new Response(new Uint8Array(bytes), {
    status: 200,
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-disposition': saveAs
        ? `attachment; filename="${saveAs}"`
        : `inline; filename="${mediaType
            .replace(/^image\//, 'photo.')
            .replace(/^video\//, 'video.')
            .replace(/^audio\//, 'sound.')}"`,
    },
  });
}
