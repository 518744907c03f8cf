import * as z from 'zod/mini';

/**
 * What a client reads where the server says a word that this version of the client does not know. No server sends it: a phone has its
 * version for months, and one more state or kind of a newer server must cost it neither the answer nor the page.
 */
export const NOT_KNOWN = 'not-known-here';
export type OrNotKnown<T extends string> = T | typeof NOT_KNOWN;
/** As the server that made it knows it. */
export type KnownHere<T extends string> = Exclude<T, typeof NOT_KNOWN>;

const notKnown = z.pipe(
  z.string(),
  z.transform(() => NOT_KNOWN as typeof NOT_KNOWN),
);

/** An enum of an answer, where one more value may come. What is sent stays `z.enum`; a test walks both. */
export const openEnum = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.union([z.enum(values), notKnown]) as unknown as z.ZodMiniType<OrNotKnown<V[number]>, V[number]>;

/**
 * `kind` of whatever is said in another shape than this version knows; beside it stands what every shape has.
 * @param known kinds that have a shape of their own: those are never read as another one
 */
export const otherKind = (known: readonly string[]) =>
  z.pipe(
    z.string().check(z.refine((kind) => !known.includes(kind))),
    z.transform(() => NOT_KNOWN as typeof NOT_KNOWN),
  );

/** Words for a value, or these where it is none that is known here. */
export const wordsOf = <T extends string>(names: Readonly<Record<T, string>>, value: OrNotKnown<T>, otherwise: string): string =>
  value === NOT_KNOWN ? otherwise : names[value];

/** Only those that are known here. */
export const knownOf = <T extends string>(values: readonly OrNotKnown<T>[]): T[] => values.filter((one): one is T => one !== NOT_KNOWN);
