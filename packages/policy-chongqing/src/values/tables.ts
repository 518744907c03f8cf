import type { AnyTable } from '@assist/policy';
import * as multiples from './multiples.ts';
import * as property from './property.ts';
import { SUBSISTENCE_STANDARD } from './standards.ts';
import * as topUps from './top-ups.ts';

/** Every dated value there is: what the tests walk, what the approved pages print, what `explain` looks up. */
export const TABLES: readonly AnyTable[] = [
  SUBSISTENCE_STANDARD,
  ...Object.values(multiples),
  ...Object.values(property),
  ...Object.values(topUps),
] as readonly AnyTable[];
