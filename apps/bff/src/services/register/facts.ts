import type { Fen } from '@assist/policy';
import type { Household, Member } from '@assist/policy-chongqing';
import { RECIPIENTS } from '@assist/policy-chongqing';
import type { RegisterHousehold } from './register-household.ts';

/**
 * The facts of a household that rules may know. What the register says is taken; what it has no column for stays as it was told.
 * Everybody a register lists under one number lives together and is counted, and what it says of income is what was counted,
 * after the costs of work: that is what it lists.
 * @param ids of the members, by their place
 */
export function factsFrom(household: RegisterHousehold, ids: readonly string[], before?: Household): Household {
  const members = household.members.map((one, i): Member => {
    const id = ids[i] as string;
    const receives = household.benefits.flatMap((benefit) =>
      benefit.member === undefined || benefit.member === i ? [RECIPIENTS[benefit.kind]] : [],
    );
    return {
      livesTogether: true,
      absence: 'none',
      ...(one.facts.income && { workCosts: 0 as Fen }),
      ...before?.members.find((member) => member.id === id),
      id,
      relation: one.relation,
      ...(one.birthDate && { birthDate: one.birthDate }),
      ...one.facts,
      receives: [...new Set(receives)],
    };
  });
  return { ...before, district: household.district, area: household.area, members };
}
