/** Characters as a person counts them. */
const length = (text: string): number => [...text].length;
const HAN = /\p{Script=Han}/u;

type Check = (value: string) => boolean;

const clock = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const day = String.raw`\d{4}(年\d{1,2}月(\d{1,2}日)?|[-/.]\d{1,2}([-/.]\d{1,2})?)`;
const range = (one: string) => new RegExp(`^${one}(~${one})?$`, 'u');
const TIME = range(`(${day} ?)?${clock}`);
const DATE = range(`${day}( ?${clock})?`);

/** What a field of a template takes, by the prefix of its key (protocol §5.4). `enum` needs WeChat's own list. */
const CHECKS: Readonly<Record<string, Check>> = {
  thing: (value) => length(value) <= 20,
  number: (value) => length(value) <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5 && !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => length(value) <= 32 && !HAN.test(value),
  time: (value) => TIME.test(value),
  date: (value) => DATE.test(value),
  amount: (value) => /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: (value) => length(value) <= 17 && /^[\d\p{P}\p{S} ]+$/u.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => length(value) <= (HAN.test(value) ? 10 : 20),
  phrase: (value) => length(value) <= 5 && /^\p{Script=Han}+$/u.test(value),
};

/** Keys of the fields that WeChat would not take: empty, too long, the wrong characters, a line break. */
export function unfitFields(data: Readonly<Record<string, string>>): string[] {
  return Object.entries(data)
    .filter(([key, value]) => !fits(key, value))
    .map(([key]) => key);
}

function fits(key: string, value: string): boolean {
  const prefix = /^([a-z_]+?)\d*$/.exec(key)?.[1];
  if (prefix === undefined || value.trim() === '' || /\p{Cc}/u.test(value)) return false;
  return CHECKS[prefix]?.(value) ?? true;
}
