import type { Problem, ProblemCode, Result } from '@assist/contracts';
import { same } from '../same.ts';

/**
 * Something sent under an id made on the phone, unique for ever. `bodies` are the contents whose fate is not known
 * (the network or the server went away before the answer), oldest first.
 */
export interface Outgoing<Body> {
  readonly id: string;
  readonly bodies: readonly Body[];
  readonly startedAt: number;
}

export type Delivery<Body, Receipt> =
  | { readonly kind: 'received'; readonly receipt: Receipt /** What the receipt is for: maybe an earlier content. */; readonly body: Body }
  /** The server answered, and has not taken it. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody knows whether it arrived. The same id is sent again, today or in two days. */
  | { readonly kind: 'not-known'; readonly problem: Problem };

/** With these the server surely did not take it. */
const IN_BETWEEN: readonly ProblemCode[] = ['key-in-progress'];
const surelyNotTaken = (p: Problem): boolean => p.status >= 400 && p.status < 500 && !IN_BETWEEN.includes(p.code);

export interface OncePorts<Body, Receipt> {
  send(id: string, body: Body): Promise<Result<Receipt>>;
  /** Written before anything leaves the phone. */
  keep(outgoing: Outgoing<Body>): Promise<unknown>;
}

/**
 * Sends the newest content under its id. Where an earlier content turns out to have arrived already (the server says it differs),
 * the earlier one is sent again, and its receipt comes back.
 */
export async function deliver<Body, Receipt>(
  ports: OncePorts<Body, Receipt>,
  before: Outgoing<Body>,
  body: Body,
): Promise<Delivery<Body, Receipt>> {
  const known = before.bodies.some((b) => same(b, body));
  const earlier = before.bodies.filter((b) => !same(b, body));
  await ports.keep({ ...before, bodies: [...earlier, body] });

  const answer = await ports.send(before.id, body);
  if (answer.ok) return { kind: 'received', receipt: answer.data, body };
  if (answer.problem.code === 'content-differs') return findArrived(ports, before.id, earlier, answer.problem);
  if (!surelyNotTaken(answer.problem)) return { kind: 'not-known', problem: answer.problem };
  if (!known) await ports.keep({ ...before, bodies: earlier });
  return { kind: 'refused', problem: answer.problem };
}

async function findArrived<Body, Receipt>(
  ports: OncePorts<Body, Receipt>,
  id: string,
  earlier: readonly Body[],
  differs: Problem,
): Promise<Delivery<Body, Receipt>> {
  for (const body of [...earlier].reverse()) {
    const answer = await ports.send(id, body);
    if (answer.ok) return { kind: 'received', receipt: answer.data, body };
    if (answer.problem.code !== 'content-differs')
      return { kind: surelyNotTaken(answer.problem) ? 'refused' : 'not-known', problem: answer.problem };
  }
  return { kind: 'refused', problem: differs };
}
