import type * as z from 'zod/mini';
import type { Endpoint } from './api/endpoint.ts';
import { localProblem, type Problem, problemSchema, withKnownCode } from './problem.ts';

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with its query, without origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  /** Whether the transport should add the session. */
  readonly who: Endpoint<never, never, never, never>['who'];
}
export type TransportAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  | { readonly kind: 'no-network' }
  | { readonly kind: 'timeout' };
/** How the request travels: `fetch` in a browser, `wx.request` in WeChat. It never throws. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

export type Result<T> =
  | { readonly ok: true; readonly status: number; readonly data: T }
  | { readonly ok: false; readonly problem: Problem };

type Input<S> = S extends z.ZodMiniType ? z.input<S> : never;
type Output<S> = S extends z.ZodMiniType ? z.output<S> : undefined;
// biome-ignore lint/suspicious/noExplicitAny: an endpoint of any schemas
type AnyEndpoint = Endpoint<any, any, any, any>;
type Given<E extends AnyEndpoint, K extends 'params' | 'query' | 'body'> =
  NonNullable<E[K]> extends infer S ? ([S] extends [never] ? unknown : Record<K, Input<S>>) : unknown;
export type CallInput<E extends AnyEndpoint> = Given<E, 'params'> & Given<E, 'query'> & Given<E, 'body'> & { readonly key?: string };
export type CallOutput<E extends AnyEndpoint> = Output<NonNullable<E['answer']>>;

/** Path of an endpoint with its parameters and query filled in. */
export function pathOf(e: AnyEndpoint, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const path = e.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const pairs = Object.entries(query).filter(([, v]) => v !== undefined);
  return pairs.length ? `${path}?${pairs.map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(String(v))}`).join('&')}` : path;
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Makes an answer of the wire into a value: data that fits the contract, or a problem. It never throws. */
export function readAnswer<E extends AnyEndpoint>(e: E, answer: TransportAnswer): Result<CallOutput<E>> {
  if (answer.kind !== 'answer') return { ok: false, problem: localProblem(answer.kind) };
  const json = answer.text === '' ? undefined : parseJson(answer.text);
  if (answer.status >= 400) {
    const problem = problemSchema.safeParse(withKnownCode(json));
    return { ok: false, problem: problem.success ? problem.data : localProblem('answer-not-understood') };
  }
  if (!e.answer) return { ok: true, status: answer.status, data: undefined as CallOutput<E> };
  const data = (e.answer as z.ZodMiniType).safeParse(json);
  return data.success
    ? { ok: true, status: answer.status, data: data.data as CallOutput<E> }
    : { ok: false, problem: localProblem('answer-not-understood') };
}

/** A typed client over a transport. Every call gives `{ ok: true, data } | { ok: false, problem }`. */
export const makeClient =
  (transport: Transport) =>
  async <E extends AnyEndpoint>(e: E, input: CallInput<E>): Promise<Result<CallOutput<E>>> => {
    const { params, query, body, key } = input as {
      params?: Record<string, unknown>;
      query?: Record<string, unknown>;
      body?: unknown;
      key?: string;
    };
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    // Quoted, as the Idempotency-Key draft has it (a structured-field string).
    if (key !== undefined) headers['idempotency-key'] = `"${key}"`;
    const request: TransportRequest = {
      method: e.method,
      path: pathOf(e, params, query),
      headers,
      who: e.who,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    return readAnswer(e, await transport(request));
  };
export type Client = ReturnType<typeof makeClient>;
