import type { CivilDate, DatedTable, DivisionCode, Fen } from '@assist/policy';
import { valueOn } from '@assist/policy';

/** Typed from facts.md § 3 a second time, newest first, apart from the tables: what the tests expect. */
export const STEPS = [
  { from: '2025-07-01', urban: 770, rural: 630, sure: 'page' },
  { from: '2024-09-01', urban: 750, rural: 610, sure: 'second-hand' },
  { from: '2023-09-01', urban: 735, rural: 600, sure: 'page' },
  { from: '2022-09-01', urban: 717, rural: 581, sure: 'page' },
  { from: '2021-09-01', urban: 636, rural: 515, sure: 'mirror' },
  { from: '2020-09-01', urban: 620, rural: 496, sure: 'second-hand' },
] as const;

const ONE_FOR_BOTH = ['500108', '500104'];
const OWN_PAPER_UNKNOWN = ['500107', '500118', '500151', '500103', '500105', '500106', '500109', '500112', '500113'];

export function expectedStandard(on: string, district: string, area: 'urban' | 'rural') {
  const step = STEPS.find((one) => one.from <= on);
  if (step === undefined) return undefined;
  if (ONE_FOR_BOTH.includes(district)) {
    const unified = step.from >= '2023-09-01';
    return { yuan: unified ? step.urban : step[area], certainty: step.from === '2023-09-01' ? 'page' : 'assumed' };
  }
  if (!OWN_PAPER_UNKNOWN.includes(district)) return { yuan: step[area], certainty: step.sure };
  return { yuan: step[area], certainty: district === '500151' && step.from === '2023-09-01' ? 'page' : 'assumed' };
}

/** Whether a table says what is expected for that day and place. */
export function standardHolds(table: DatedTable<Fen>, on: CivilDate, district: DivisionCode, area: 'urban' | 'rural'): boolean {
  const found = valueOn(table, on, district, area);
  const expected = expectedStandard(on, district, area);
  if (found === undefined || expected === undefined) return found === undefined && expected === undefined;
  return found.value === expected.yuan * 100 && found.certainty === expected.certainty;
}
