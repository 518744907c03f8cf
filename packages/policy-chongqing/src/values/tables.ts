import type { AnyTable } from '@assist/policy';
import * as destitute from './destitute.ts';
import * as multiples from './multiples.ts';
import * as property from './property.ts';
import * as referrals from './referrals.ts';
import * as rigid from './rigid.ts';
import * as single from './single-application.ts';
import { SUBSISTENCE_STANDARD } from './standards.ts';
import * as temporary from './temporary.ts';
import * as topUps from './top-ups.ts';

const ALL = [
  SUBSISTENCE_STANDARD,
  ...Object.values(multiples),
  ...Object.values(property),
  ...Object.values(topUps),
  ...Object.values(destitute),
  ...Object.values(single),
  ...Object.values(rigid),
  ...Object.values(temporary),
  ...Object.values(referrals),
] as readonly AnyTable[];

/** Every dated value there is, by id: what the tests walk, what the approved pages print, what `explain` looks up. */
export const TABLES: readonly AnyTable[] = [...ALL].sort((a, b) => (a.id < b.id ? -1 : 1));
