import type { Fen, Node } from '@assist/policy';
import { forOfficer, inForce, met, notMet, rule, unknown } from '@assist/policy';
import type { Household, Vehicle } from '../../household.ts';
import { VEHICLE_EXEMPT } from '../../values/property.ts';
import { VEHICLES } from './facts.ts';

/** Vehicles (F1-44, CQR2016-13): a disabled person's vehicle never counts; others up to a present value, with evidence. */
export function vehiclesRule(id: string): Node<Household> {
  return rule({
    id,
    title: '车',
    clauses: ['F1-44', 'CQR2016-13'],
    certainty: 'mirror',
    needs: { vehicles: VEHICLES, limit: inForce<Household, Fen>(VEHICLE_EXEMPT) },
    leftToOfficer: '值多少钱、依据够不够、干活用的机器算不算，由工作人员看。',
    sentences: {
      met: '车这一条没有问题。',
      'met/small': '车现在值 {worth}，在 {limit}以内，可以不算。',
      unknown: '还要问一下车现在值多少钱。',
      'for-officer/uncertain': '车现在值 {worth}，比查到的 {limit}多。由工作人员核实，不在这里下结论。',
      'for-officer/evidence': '车的价钱还说不清依据，由工作人员帮着核实。',
      'for-officer/machine': '干活用的机器，由工作人员看是不是离不开。',
      'for-officer/no-limit': '这一天的规定没有查到，由工作人员看。',
    },
    decide: ({ vehicles, limit }) => {
      if (vehicles === undefined) return unknown(['assets/vehicles']);
      const looked = vehicles.filter((one) => one.kind !== 'disability-vehicle');
      if (looked.length === 0) return met();
      if (limit === undefined) return forOfficer({ reason: 'no-limit' });
      const road = looked.filter((one) => one.kind !== 'farm-or-work-machine');
      const worth = road.reduce((most, one) => Math.max(most, one.presentValue ?? 0), 0) as Fen;
      const numbers = { worth: { unit: 'fen' as const, value: worth }, limit: { unit: 'fen' as const, value: limit.value } };
      const based = [limit];
      if (worth > limit.value) return notMet({ numbers, based });
      if (road.some(isOpen)) return unknown(['assets/vehicles/presentValue'], { based });
      if (road.some((one) => one.valueEvidence === false)) return forOfficer({ reason: 'evidence', numbers, based });
      if (road.length < looked.length) return forOfficer({ reason: 'machine', numbers, based });
      return met({ reason: 'small', numbers, based });
    },
  });
}

function isOpen(one: Vehicle): boolean {
  return one.presentValue === undefined || one.valueEvidence === undefined;
}
