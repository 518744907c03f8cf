import { PROBLEMS, type ProblemCode, problemSchema } from '@assist/contracts';
import type { AnyEndpoint } from '../every-endpoint-for-test.ts';
import { INJECTED, RECKONED } from './values-for-test.ts';

export interface Judged {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
}

/** What only an inside has: of the database, of the code, of the machine. */
const INSIDE =
  /PostgresError|DrizzleQueryError|syntax error at or near|invalid input syntax|invalid byte sequence|duplicate key value|violates [\w-]+ constraint|\bat [^"]*\.[cm]?[jt]s:\d+|node_modules|\/tmp\/|ECONNREFUSED|root:x:0/;

/**
 * What is wrong with an answer: 5xx, neither a problem document nor the contract's shape, something of the inside, of a secret, or of a
 * person who is none of the caller's business.
 * @param endpoint undefined where the path was spoilt, so that nothing but a problem may come
 * @param hidden texts that may not come back to this caller
 */
export function wrongWith(answer: Judged, endpoint: AnyEndpoint | undefined, hidden: readonly string[]): string | undefined {
  const { status, type, text, headers } = answer;
  if (status >= 500) return `${status}`;
  const found = hidden.find((one) => text.includes(one));
  if (found !== undefined) return 'a secret, or somebody else';
  const inside = INSIDE.exec(text);
  if (inside) return `of the inside: ${inside[0]}`;
  if (text.includes(RECKONED)) return 'a template that reckoned';
  if (headers.has(INJECTED)) return 'a header that was slipped in';
  if (headers.get('x-content-type-options') !== 'nosniff') return 'without its headers';
  if (status >= 400) return wrongProblem(status, type, text);
  if (status === 204 || endpoint?.bytes || !endpoint?.answer) return undefined;
  const parsed = (endpoint.answer as { safeParse(value: unknown): { success: boolean } }).safeParse(jsonOf(text));
  return parsed.success ? undefined : 'not the shape of the contract';
}

function wrongProblem(status: number, type: string, text: string): string | undefined {
  if (!type.startsWith('application/problem+json')) return `${status} without a problem document`;
  const problem = problemSchema.safeParse(jsonOf(text));
  if (!problem.success) return 'not the shape of a problem';
  const code = problem.data.code as ProblemCode;
  return PROBLEMS[code][0] === status && problem.data.status === status ? undefined : `${code} with ${status}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
