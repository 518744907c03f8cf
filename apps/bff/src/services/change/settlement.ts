import type { EstimatedEffect } from '@assist/contracts';
import { lifeEvent, OUTCOMES } from '@assist/policy-chongqing';
import type { Settlement } from './settled-words.ts';
import type { StoredEffects } from './submit.ts';

/** Who lives there moves no money only where the estimate says so. */
const WHO_LIVES_THERE = ['moved-in', 'moved-out'];

export interface ToSettle {
  readonly events: readonly string[];
  readonly shown: StoredEffects;
  readonly inRegister: boolean;
  /** A typed number may belong to a household of this township. */
  readonly matched: boolean;
  /** An earlier notice of the same household says the same and is carried on. */
  readonly toldBefore: boolean;
}

export interface MaySettle {
  readonly as: readonly Settlement[];
  /** What money hangs on, where something does; the clauses say why it goes another way. */
  readonly money?: { readonly titles: readonly string[]; readonly clauses: readonly string[] };
}

/**
 * What may be settled at the desk: only where no money hangs on it. That is for the rules to say: every event moves none by itself, or
 * the estimate of who lives there came out unchanged. Everything else ends at a first opinion, and a procedure carries it on.
 */
export function maySettle({ events, shown, inRegister, matched, toldBefore }: ToSettle): MaySettle {
  const effects = shown.together ? [...shown.effects, shown.together] : shown.effects;
  const money = effects.filter((one) => touchesMoney(one));
  const as: Settlement[] = money.length === 0 ? withoutMoney(events) : [];
  if (toldBefore) as.push('told-before');
  // Where nothing is paid here, nothing here can become less by it.
  if (money.length === 0 || (!inRegister && !matched)) as.push('not-ours');
  if (money.length === 0) return { as };
  const titles = [...new Set(money.filter((one) => lifeEvent(one.event)).map((one) => one.title))];
  const clauses = [...new Set(money.flatMap((one) => OUTCOMES[one.outcome].clauses))];
  return { as, money: { titles, clauses } };
}

function touchesMoney({ event, outcome }: EstimatedEffect): boolean {
  if (outcome !== 'unchanged') return true;
  const known = lifeEvent(event);
  // All of it together: what it consists of was looked at one by one.
  return known !== undefined && known.always !== 'unchanged' && !WHO_LIVES_THERE.includes(event);
}

function withoutMoney(events: readonly string[]): Settlement[] {
  const has = (...ids: string[]) => events.some((id) => ids.includes(id));
  const as: Settlement[] = [
    ...(has('address') ? (['address'] as const) : []),
    ...(has('phone', 'bank-account') ? (['contact'] as const) : []),
    ...(has(...WHO_LIVES_THERE) ? (['who-lives-there'] as const) : []),
  ];
  return as.length > 0 && !has('nothing-changed') ? as : [...as, 'nothing-changed'];
}
