import { errorText } from '../state/errcodes.ts';
import { makeRid } from '../state/random-text.ts';

/** An error that an endpoint answers: HTTP 200 all the same. */
export class WireError extends Error {
  readonly errcode: number;
  /** In place of WeChat's usual text for this number. */
  readonly text: string | undefined;
  constructor(errcode: number, text?: string) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
    this.text = text;
  }
}

/** How an endpoint spells its answers: `sns` is older, calls itself text/plain and writes a comma before the rid. */
export type Spelling = 'sns' | 'json';

export function spellingOf(path: string): Spelling {
  return path.startsWith('/sns/') ? 'sns' : 'json';
}

export function answer(body: object, spelling: Spelling): Response {
  const type = spelling === 'sns' ? 'text/plain' : 'application/json; encoding=utf-8';
  // WeChat writes 64-bit ids as bare digits. `rawJSON` is in Node since 22 and not yet in the ES2023 types.
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
  const text = JSON.stringify(body, (_key, value) => (typeof value === 'bigint' ? rawJSON(String(value)) : value));
  return new Response(text, { status: 200, headers: { 'content-type': type } });
}

export function errorAnswer(errcode: number, spelling: Spelling, nowMs: number, text = errorText(errcode)): Response {
  const errmsg = `${text}${spelling === 'sns' ? ',' : ''} rid: ${makeRid(nowMs)}`;
  return answer({ errcode, errmsg }, spelling);
}
