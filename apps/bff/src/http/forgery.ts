import type { Context } from 'hono';
import { ServiceProblem } from '../services/problem.ts';
import type { Env } from './environment.ts';

const READS = new Set(['GET', 'HEAD']);
/** A page of another origin cannot set it without asking first, and nobody answers that question. */
const OWN_HEADER = 'desk';

/**
 * A change that another page made the browser send is refused: it needs our own header, and what the browser says of its origin
 * has to be the desk.
 * @throws ServiceProblem `forbidden`
 */
export function refuseForgery(c: Context<Env>, deskUrl: string): void {
  if (READS.has(c.req.method)) return;
  const origin = c.req.header('origin');
  const foreign = origin !== undefined && origin !== new URL(deskUrl).origin;
  if (foreign || c.req.header('x-requested-with') !== OWN_HEADER || c.req.header('sec-fetch-site') === 'cross-site')
    throw new ServiceProblem('forbidden');
}
