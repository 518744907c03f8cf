import type { DivisionCode } from '@assist/policy';
import { LIVE_DISTRICTS } from './authorities.ts';
import { handlingOffices } from './handling-offices.ts';

/**
 * INVENTED, for development and tests only. No such number exists: 0000 is no exchange in area 023. Production must refuse to
 * start with these; the real ones come from the township, into the database.
 */
export interface SampleOffice {
  readonly id: DivisionCode;
  readonly phone: `023-0000-${string}`;
  readonly hours: string;
}

export const SAMPLE_OFFICES_ARE_INVENTED = true;

/** One for every live office, numbered in the order of their codes: 023-0000-0001, 0002 … */
export function sampleOffices(): readonly SampleOffice[] {
  const live = LIVE_DISTRICTS.flatMap((district) => handlingOffices(district as DivisionCode)).filter((office) => office.live);
  return live.map(({ id }, index) => ({ id, phone: `023-0000-${String(index + 1).padStart(4, '0')}`, hours: '工作日 9:00–17:00（样例）' }));
}
