import { type Accessible, attributesOf } from './accessible-attributes';

export type { Accessible } from './accessible-attributes';

/** Attributes to spread on a View or Text. */
export const accessible = (a: Accessible): Record<string, string> => attributesOf(a, 'aria-role');
