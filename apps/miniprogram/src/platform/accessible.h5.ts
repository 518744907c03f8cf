import { type Accessible, attributesOf } from './accessible-attributes';

export type { Accessible } from './accessible-attributes';

export const accessible = (a: Accessible): Record<string, string> => attributesOf(a, 'role');
