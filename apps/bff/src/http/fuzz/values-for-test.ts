/** Seeded luck: the same seed asks for the same. */
export type Luck = ReturnType<typeof luckOf>;
export function luckOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const hex = (n: number) => Array.from({ length: n }, () => below(16).toString(16)).join('');
  return {
    next,
    below,
    one: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    chance: (of: number) => next() < of,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}

/** What a template that reckoned would write instead of it. */
export const RECKONED = '62615533';
/** Would be a header of the answer if a line break got through. */
export const INJECTED = 'x-injected';

/** Texts that somebody wishes to be more than texts. */
export const FRAGMENTS: readonly string[] = [
  "' or '1'='1' --",
  "1'; drop table accounts; --",
  "') union select paper_sealed::text from accounts --",
  '%27%20or%201=1',
  '\\x00; select pg_sleep(20)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as somebody would send it
  '${7919*7907}{{7919*7907}}<%= 7919*7907 %>#{7919*7907}',
  '{{constructor.constructor("return process.env")()}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..%2f..%2f.env',
  `a\r\n${INJECTED}: 1`,
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  "=cmd|' /C calc'!A0",
];
/** What a text may hold besides letters: nothing, half a sign, signs that turn the line round, one sign of many. */
export const SIGNS: readonly string[] = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\u202e反过来',
  '\ufeff',
  '\u2028\u2029',
  '👩‍👩‍👧‍👦'.repeat(20),
  'é'.normalize('NFD').repeat(50),
  '𠀀𪛖龘'.repeat(30),
  'ﷺ'.repeat(200),
  '\u0007\u001b[31m',
];
const NUMBERS: readonly unknown[] = [0, -1, 0.1, -0, 1e308, -1e308, 2 ** 53, 2 ** 31, 2 ** 63, 1e-320, '1', 'NaN', null];
const OTHERS: readonly unknown[] = [null, true, false, [], {}, [[]], [null], { a: { b: [] } }, 'x', 1, { length: 1e9 }, { toString: 1 }];

const HUGE = 200_000;
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner, _, i) => (i % 2 ? { a: inner } : [inner]), 1);

/** Something odd in the place of a value. */
export function oddValue(luck: Luck): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => luck.one(OTHERS),
    () => luck.one(NUMBERS),
    () => luck.one(FRAGMENTS),
    () => luck.one(SIGNS),
    () => 'x'.repeat(luck.one([500, 3000, HUGE])),
    () => '字'.repeat(luck.one([100, 2001, 30_000])),
    () => nested(luck.one([5, 25, 40, 3000])),
    () => Array.from({ length: luck.one([60, 5000]) }, () => luck.one(OTHERS)),
    () => Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${luck.one(FRAGMENTS)}${i}`, i])),
  ];
  return luck.one(kinds)();
}

/** The value with something odd in one place of it, or without that place. */
export function spoilt(value: unknown, luck: Luck): unknown {
  if (typeof value !== 'object' || value === null || luck.chance(0.15)) return oddValue(luck);
  if (Array.isArray(value)) {
    const at = luck.below(value.length + 1);
    return [...value.slice(0, at), spoilt(value[at], luck), ...value.slice(at + 1)];
  }
  const keys = Object.keys(value);
  const key =
    keys.length === 0 || luck.chance(0.1) ? luck.one(['__proto__', 'constructor', 'id', 'accountId', 'role', 'officeId']) : luck.one(keys);
  const rest = Object.entries(value).filter(([name]) => name !== key);
  if (luck.chance(0.15)) return Object.fromEntries(rest);
  // A real key of that name, also where JavaScript would take it for something else.
  return Object.defineProperty(Object.fromEntries(rest), key, {
    value: spoilt((value as Record<string, unknown>)[key], luck),
    enumerable: true,
  });
}
