import { ServiceProblem } from '../problem.ts';
import { TookTooLong } from '../within.ts';
import type { NotServed } from './may-serve.ts';

/** A replica was not read from, and this is why. */
export class Unserved extends Error {
  readonly why: NotServed;
  constructor(why: NotServed) {
    super(`not read from a replica: ${why}`);
    this.name = 'Unserved';
    this.why = why;
  }
}

const READ_ONLY_TRANSACTION = '25006';
/** Ended or not let in by the server; what the client says of a line that broke begins with other letters. */
const LINE = /^(57P|08|53300|E[A-Z]+$|CONN)/;

/** What a reading verb threw on a replica. @returns undefined where it is the answer, as `not-found` is */
export function whyNot(error: unknown): NotServed | undefined {
  if (error instanceof ServiceProblem) return undefined;
  if (error instanceof Unserved) return error.why;
  if (error instanceof TookTooLong) return 'slow';
  for (let current: unknown = error, i = 0; current instanceof Error && i < 5; current = current.cause, i++) {
    const { code } = current as { code?: unknown };
    if (code === READ_ONLY_TRANSACTION) return 'writes';
    if (typeof code === 'string' && LINE.test(code)) return 'away';
  }
  return 'broke';
}
