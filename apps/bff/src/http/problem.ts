import { PROBLEMS, type Problem, type ProblemCode, problemSentence } from '@assist/contracts';
import { problemNumber } from '../crypto/codes.ts';
import { ServiceProblem } from '../services/problem.ts';

/** The database or the disk is not to be reached right now; trying again may help. */
const PASSING = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOSPC', 'EDQUOT', 'EMFILE'],
  ...['CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED'],
  // A data key that this process has not fetched yet.
  'key-not-in-hand',
  // Shut down, starting up, too many connections, cancelled for time, serialisation, deadlock, disk full.
  ...['57P01', '57P02', '57P03', '53300', '53100', '57014', '40001', '40P01'],
]);
const BUSY_SECONDS = 2;

function isOrComesOf(error: unknown, which: (one: { readonly code?: unknown; readonly message: string }) => boolean): boolean {
  for (let current: unknown = error, i = 0; current instanceof Error && i < 5; current = current.cause, i++)
    if (which(current)) return true;
  return false;
}
const isPassing = (error: unknown): boolean =>
  isOrComesOf(error, ({ code }) => typeof code === 'string' && (PASSING.has(code) || code.startsWith('08')));
/** An id that was taken here, and its row cleared when its district had gone (migrations/0249-clear-what-went.sql). */
const isOfCleared = (error: unknown): boolean =>
  isOrComesOf(error, ({ code, message }) => code === '23505' && message === 'taken before, and cleared');

/** Any error as a problem of the closed list. What nobody foresaw is a 500 with a fixed sentence. */
export function asServiceProblem(error: unknown): ServiceProblem {
  if (error instanceof ServiceProblem) return error;
  if (isOfCleared(error)) return new ServiceProblem('taken-elsewhere', { cause: error });
  return isPassing(error)
    ? new ServiceProblem('busy', { cause: error, retryAfterSeconds: BUSY_SECONDS })
    : new ServiceProblem('unknown', { cause: error });
}

export interface ProblemAnswer {
  readonly response: Response;
  readonly code: ProblemCode;
  /** 问题编号: in the answer and in the log, to be read out on the phone. */
  readonly instance: string;
}

/** RFC 9457. Only the code's own sentence goes out, never a message of an error. */
export function problemAnswer(problem: ServiceProblem, headers: Record<string, string> = {}): ProblemAnswer {
  const status = PROBLEMS[problem.code][0];
  const instance = problemNumber();
  const body: Problem = {
    type: `about:problem/${problem.code}`,
    title: problemSentence(problem.code),
    status,
    code: problem.code,
    instance,
    ...(problem.fields && { fields: [...problem.fields] }),
  };
  const retry: Record<string, string> = problem.retryAfterSeconds === undefined ? {} : { 'retry-after': String(problem.retryAfterSeconds) };
  const response = new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...retry, ...headers },
  });
  return { response, code: problem.code, instance };
}
