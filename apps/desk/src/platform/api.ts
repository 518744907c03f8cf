import { type CallInput, type CallOutput, type Endpoint, makeClient, type Problem } from '@assist/contracts';
import { tellOf } from './session-end.ts';
import { transport } from './transport.ts';

const client = makeClient(transport);

/** What a query throws and an action returns: the problem of the contract, with its 问题编号 if a server gave one. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    // No detail in the message: it may end in a console.
    super(problem.code);
    this.problem = problem;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of any schemas
type AnyEndpoint = Endpoint<any, any, any, any>;

/**
 * Calls an endpoint of the staff API.
 * @throws ProblemError; a session that is over is announced first, so that the page can go and sign in.
 */
export async function call<E extends AnyEndpoint>(e: E, input: CallInput<E>): Promise<CallOutput<E>> {
  const result = await client(e, input);
  if (result.ok) return result.data;
  tellOf(result.problem);
  throw new ProblemError(result.problem);
}

/** The problem inside whatever a query or an action threw. A thing nobody foresaw is ours, and says so. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { type: 'about:problem/unknown', title: '没接上，是我们的问题', status: 0, code: 'unknown' };
