import type * as z from 'zod/mini';

type Schema = z.ZodMiniType;

/**
 * One operation of an API, as both sides know it. WeChat has no PATCH, so there is none.
 * `key: 'header'` wants an `Idempotency-Key`; a PUT or DELETE is idempotent by itself and carries its id in the path.
 */
export interface Endpoint<
  Params extends Schema | undefined,
  Query extends Schema | undefined,
  Body extends Schema | undefined,
  Answer extends Schema | undefined,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for each parameter. */
  readonly path: string;
  readonly summary: string;
  /** Who may call: anyone, a signed-in account, staff with a session, or another system with a token. */
  readonly who: 'anyone' | 'account' | 'staff' | 'platform';
  /** Of another system: what its token has to allow. */
  readonly scope?: string;
  readonly key?: 'header';
  readonly multipart?: true;
  /** Of a multipart's file, where it is less than a photo may have. */
  readonly mostBytes?: number;
  /** Answer is bytes (a photo), not JSON. */
  readonly bytes?: true;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer?: Answer;
  readonly status: number;
}

/** Keeps the types of the schemas. */
export const endpoint = <
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  A extends Schema | undefined = undefined,
>(
  e: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> => e;
