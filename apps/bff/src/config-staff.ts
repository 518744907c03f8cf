import { networkOf } from './http/networks.ts';
import type { SecondFactor } from './services/staff/identity-provider.ts';

/** What the identity provider for development says. */
export const DEVELOPMENT_SECOND_FACTOR = 'acr:two-factors';

/** `acr:VALUE,…`, `amr:METHOD,…` or `none`: it has to be said, so that nobody goes without by forgetting it. */
export function secondFactorOf(given: string, problems: string[]): SecondFactor {
  if (given === 'none') return undefined;
  const [, by, list = ''] = /^(acr|amr):([\x21-\x7e]{1,400})$/.exec(given) ?? [];
  const values = list.split(',').filter(Boolean);
  if (by && values.length > 0) return { by: by as 'acr' | 'amr', values };
  problems.push(given ? 'STAFF_SECOND_FACTOR is not "acr:VALUE", "amr:METHOD,METHOD" or "none"' : 'STAFF_SECOND_FACTOR is missing');
  return undefined;
}

/** Assumed: long enough for a telephone call in between, short enough for a desk that somebody left. Nothing that was found says how long. */
const IDLE_MINUTES = 30;

/** Minutes without anybody at the desk, 5 to 600. */
export function idleMinutesOf(given: string | undefined, problems: string[]): number {
  const minutes = Number(given?.trim() || IDLE_MINUTES);
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 600) problems.push('STAFF_IDLE_MINUTES is not a whole number from 5 to 600');
  return minutes;
}

/** Networks by comma. One that cannot be read refuses to start: an allow-list with a hole in it is none. */
export function networksOf(given: string, problems: string[]): readonly string[] {
  const networks = given
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (networks.some((one) => !networkOf(one))) problems.push('STAFF_NETWORKS is not "10.1.0.0/16,2001:db8::/32"');
  return networks;
}
