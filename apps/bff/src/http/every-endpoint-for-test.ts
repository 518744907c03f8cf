import type { Endpoint } from '@assist/contracts';

// biome-ignore lint/suspicious/noExplicitAny: any endpoint
export type AnyEndpoint = Endpoint<any, any, any, any>;

/** A table of endpoints as a list of any of them. */
export const every = (api: object): AnyEndpoint[] => Object.values(api) as AnyEndpoint[];
