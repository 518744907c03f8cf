import type { ProblemCode, ProblemField } from '@assist/contracts';

/**
 * The one error that a service throws: a code of the closed list. Thrown, it undoes the transaction.
 * Returned by a verb (`return refuse(...)`), what was done so far stays, e.g. the count of wrong codes.
 */
export class ServiceProblem extends Error {
  readonly code: ProblemCode;
  readonly fields: readonly ProblemField[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: ProblemCode, more: { fields?: readonly ProblemField[]; retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'ServiceProblem';
    this.code = code;
    this.fields = more.fields;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** Throws unless the value is one to go on with. */
export function settled<T>(value: T | ServiceProblem): T {
  if (value instanceof ServiceProblem) throw value;
  return value;
}
