import { errorText } from '../state/errcodes.ts';
import { makeRid } from '../state/random-text.ts';

/** An error that an endpoint answers: HTTP 200 all the same. */
export class WireError extends Error {
  readonly errcode: number;
  constructor(errcode: number) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
  }
}

/** How an endpoint spells its answers: `sns` is older, calls itself text/plain and writes a comma before the rid. */
export type Spelling = 'sns' | 'json';

export function spellingOf(path: string): Spelling {
  return path.startsWith('/sns/') ? 'sns' : 'json';
}

export function answer(body: object, spelling: Spelling): Response {
  const type = spelling === 'sns' ? 'text/plain' : 'application/json; encoding=utf-8';
  return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': type } });
}

export function errorAnswer(errcode: number, spelling: Spelling, nowMs: number): Response {
  const errmsg = `${errorText(errcode)}${spelling === 'sns' ? ',' : ''} rid: ${makeRid(nowMs)}`;
  return answer({ errcode, errmsg }, spelling);
}
