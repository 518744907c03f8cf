import { type Fen, fen } from '@assist/policy';
import { halfWidth } from './half-width';
import { numberFromWords } from './spoken-number';

export type TypedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'again'; readonly sentence: string };

/** What somebody typed in yuan, in digits or as it is said (一千二, 300块), as integer fen. It is taken apart as text: 0.1 + 0.2 must not meet money. */
export function parseYuan(typed: string): TypedAmount {
  const text = halfWidth(typed)
    .replace(/[\s,]|块钱?$|元/g, '')
    .replace(/。/g, '.');
  if (text === '') return { kind: 'empty' };
  if (text.startsWith('-')) return { kind: 'again', sentence: '金额不能是负数' };
  const spoken = numberFromWords(text);
  if (spoken !== undefined) return { kind: 'amount', fen: fen(spoken * 100) };
  const match = /^(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || (match[1] === '' && !match[2])) return { kind: 'again', sentence: '这里只写数字，比如 1200' };
  const [, yuan = '', rest = ''] = match;
  if (rest.length > 2) return { kind: 'again', sentence: '金额写到分就够了' };
  const value = Number(yuan || '0') * 100 + Number(rest.padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return { kind: 'again', sentence: '这个数太大了，请再看一下' };
  return { kind: 'amount', fen: fen(value) };
}

/** 5,300 or 5,300.50: yuan for reading. */
export function yuanInDigits(amount: Fen): string {
  const text = yuanForTyping(amount);
  const [whole = '0', rest] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest ? `${grouped}.${rest.padEnd(2, '0')}` : grouped;
}

/** 5300 or 5300.5: yuan as one would type it. */
export function yuanForTyping(amount: Fen): string {
  const rest = amount % 100;
  const whole = String((amount - rest) / 100);
  if (rest === 0) return whole;
  return `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Up to four digits; `lead` says that something larger stands before, so a gap is read as 零. */
function fourDigits(value: number, lead: boolean): string {
  let words = '';
  let gap = lead && value < 1000;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      if (words) gap = true;
      continue;
    }
    if (gap) words += '零';
    gap = false;
    words += (digit === 1 && place === 1 && !words && !lead ? '' : DIGITS[digit]) + (PLACES[place] ?? '');
  }
  return words;
}

/** A whole number as it is spoken: 10060 → 一万零六十. */
export function numberInWords(value: number): string {
  if (value === 0) return '零';
  const parts: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10000)) parts.push(rest % 10000);
  let words = '';
  let gap = false;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as number;
    if (part === 0) {
      gap = words !== '';
      continue;
    }
    const read = fourDigits(part, words !== '');
    words += (gap && !read.startsWith('零') ? '零' : '') + read + (GROUPS[i] ?? '');
    gap = false;
  }
  return words;
}

/** 五千三百元, 一元零五分: reads an amount back in words, so that a slipped zero is heard. */
export function yuanInWords(amount: Fen): string {
  const jiao = Math.floor((amount % 100) / 10);
  const cent = amount % 10;
  const yuan = (amount - (amount % 100)) / 100;
  let words = yuan > 0 || amount === 0 ? `${numberInWords(yuan)}元` : '';
  if (jiao > 0) words += `${DIGITS[jiao]}角`;
  if (cent > 0) words += `${jiao === 0 && yuan > 0 ? '零' : ''}${DIGITS[cent]}分`;
  return words;
}
