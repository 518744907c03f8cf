import { fact, itemOf, listOf } from '@assist/policy';
import type { Household, Member } from '../../household.ts';

/** The only doors to what was answered. A rule sees the fields it names here, and no others. */
export function members<Key extends keyof Member & string>(...keys: readonly Key[]) {
  return listOf<Household, Member, Key>('members', (household) => household.members, keys);
}

/** The member a rule looks at, inside `eachOf`. */
export function member<Key extends keyof Member & string>(...keys: readonly Key[]) {
  return itemOf<Household, Member, Key>('members', (household) => household.members, keys);
}

export const AREA = fact('area', (household: Household) => household.area);
export const SUPPORTERS = fact('supporters', (household: Household) => household.supporters);
export const SPENDING = fact('spending', (household: Household) => household.spending);
export const FINANCIAL = fact('assets/financial', (household: Household) => household.assets?.financial);
export const VEHICLES = fact('assets/vehicles', (household: Household) => household.assets?.vehicles);
export const DWELLINGS = fact('assets/dwellings', (household: Household) => household.assets?.dwellings);
export const BUSINESSES = fact('assets/businesses', (household: Household) => household.assets?.businesses);
export const EMERGENCY = fact('emergency', (household: Household) => household.emergency);

/** Id of a missing fact of one person, as findings name it. */
export function missingOf(memberId: string, field: keyof Member & string): string {
  return `members/${memberId}/${field}`;
}
