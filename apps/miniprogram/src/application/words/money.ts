import type { Fen } from '@assist/policy';

/** What a person typed as yuan: fen, or a sentence when it cannot be, or nothing when nothing is there. */
export type TypedAmount = { readonly fen: Fen } | { readonly sentence: string } | undefined;

const MAX_DIGITS = 12;
const FULL_WIDTH = '０１２３４５６７８９．－';
const HALF_WIDTH = '0123456789.-';

/** Reads yuan as people type them: `1,200`, `1200.5`, `１２００元`. */
export function readYuan(typed: string): TypedAmount {
  const plain = [...typed].map((c) => (FULL_WIDTH.includes(c) ? HALF_WIDTH[FULL_WIDTH.indexOf(c)] : c)).join('');
  const text = plain.replace(/[,，\s元块]/g, '');
  if (text === '') return undefined;
  if (/^-/.test(text)) return { sentence: '金额不能是负数' };
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return { sentence: '只写数字就行，比如 1200' };
  const [, whole = '', part = ''] = match;
  if (part.length > 2) return { sentence: '金额写到分就够了' };
  if (whole.replace(/^0+/, '').length > MAX_DIGITS) return { sentence: '这个数太大了，请再看一下' };
  return { fen: (Number(whole) * 100 + Number(part.padEnd(2, '0') || 0)) as Fen };
}

/** `1,200` or `1,200.50`, without the word 元. */
export function yuanOf(amount: number): string {
  const whole = Math.floor(amount / 100);
  const part = amount % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === 0 ? grouped : `${grouped}.${String(part).padStart(2, '0')}`;
}

/** For an input: no grouping, so that editing goes on where it was. */
export const typedYuan = (amount: number | undefined): string => (amount === undefined ? '' : yuanOf(amount).replace(/,/g, ''));

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const GROUPS = ['', '万', '亿', '万亿'];

function fourDigits(n: number): string {
  const digits = String(n);
  let text = '';
  let zero = false;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[i]);
    if (digit === 0) zero = text !== '';
    else {
      text += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[digits.length - 1 - i]}`;
      zero = false;
    }
  }
  return text;
}

/** Reads an amount back in words, to be heard and checked: `一千二百元五角`. */
export function spokenYuan(amount: number): string {
  let whole = Math.floor(amount / 100);
  const groups: number[] = [];
  for (; whole > 0; whole = Math.floor(whole / 10000)) groups.push(whole % 10000);
  let text = '';
  let gap = false;
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i] as number;
    if (group === 0) gap = text !== '';
    else {
      text += `${text && (gap || group < 1000) ? '零' : ''}${fourDigits(group)}${GROUPS[i]}`;
      gap = false;
    }
  }
  const jiao = Math.floor((amount % 100) / 10);
  const rest = amount % 10;
  const said = (text || '零').replace(/^一十/, '十');
  return `${said}元${jiao ? `${DIGITS[jiao]}角` : ''}${rest ? `${jiao ? '' : '零'}${DIGITS[rest]}分` : ''}`;
}
