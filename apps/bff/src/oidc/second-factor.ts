import type { SecondFactor } from '../services/staff/identity-provider.ts';

interface Claims {
  readonly acr?: unknown;
  readonly amr?: unknown;
  readonly auth_time?: unknown;
  readonly iat: number;
}

/** What is asked of the provider: two factors, shown now and not remembered from this morning. */
export const asksFor = (wanted: SecondFactor, raise: boolean): Record<string, string> =>
  raise ? { max_age: '0', ...(wanted?.by === 'acr' && { acr_values: wanted.values.join(' ') }) } : {};

/** Seconds between showing two factors and the provider's answer. Both by its clock, so that ours may differ. */
export function secondFactorAge(wanted: SecondFactor, claims: Claims | undefined): number | undefined {
  if (!wanted || !claims || typeof claims.auth_time !== 'number') return undefined;
  const said = wanted.by === 'acr' ? [claims.acr] : Array.isArray(claims.amr) ? claims.amr : [];
  if (!said.some((one) => typeof one === 'string' && wanted.values.includes(one))) return undefined;
  return Math.max(0, claims.iat - claims.auth_time);
}
