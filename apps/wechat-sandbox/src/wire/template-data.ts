import type { Template } from '../state/subscriptions.ts';

const DATE = '\\d{4}([-/.]\\d{1,2}){1,2}|\\d{4}年\\d{1,2}月(\\d{1,2}日)?';
const TIME = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const span = (one: string) => new RegExp(`^(${one})(~(${one}))?$`);

/** Field types and limits (protocol §5.4), written apart from the client's: what one gets wrong the other must find. */
const RULES: ReadonlyArray<readonly [prefix: string, most: number, pattern: RegExp]> = [
  ['thing', 20, /./u],
  ['number', 32, /^-?[\d.]+$/],
  ['letter', 32, /^[a-zA-Z]+$/],
  ['symbol', 5, /^[^\p{L}\p{N}]+$/u],
  ['character_string', 32, /^\P{Script=Han}+$/u],
  ['time', 64, span(`((${DATE}) ?)?${TIME}`)],
  ['date', 64, span(`(${DATE})( ?${TIME})?`)],
  ['amount', 13, /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u],
  ['phone_number', 17, /^[^\p{L}]+$/u],
  ['car_number', 8, /./u],
  ['name', 20, /^(?=.{1,10}$|\P{Script=Han}+$).+$/u],
  ['phrase', 5, /^\p{Script=Han}+$/u],
];

/** The first field of the template that is missing, of the wrong kind, or not the template's. */
export function badField(template: Template, values: Readonly<Record<string, string>>): string | undefined {
  const fields = [...template.content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map((match) => match[1] as string);
  return fields.find((field) => !takes(template, field, values[field])) ?? Object.keys(values).find((key) => !fields.includes(key));
}

function takes(template: Template, field: string, value: string | undefined): boolean {
  if (value === undefined || value.trim() === '' || /\p{Cc}/u.test(value)) return false;
  const allowed = template.enums[field];
  if (allowed !== undefined) return allowed.includes(value);
  const rule = RULES.find(([prefix]) => field.replace(/\d+$/, '') === prefix);
  return rule === undefined || ([...value].length <= rule[1] && rule[2].test(value));
}
