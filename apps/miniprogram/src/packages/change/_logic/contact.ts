export type ContactKind = 'phone' | 'bank-account';

export const KIND_NAMES: Readonly<Record<ContactKind, string>> = { phone: '电话号码', 'bank-account': '银行卡' };

const digits = (text: string): string => text.replace(/[\s-]/g, '');

/** What to look at again in a new number; nothing where it can be one. */
export function lookAgain(kind: ContactKind, typed: string): string | undefined {
  const value = digits(typed);
  if (value === '') return kind === 'phone' ? '新号码是多少？' : '新卡号是多少？';
  if (!/^\+?\d+$/.test(value)) return '这里只写数字';
  if (kind === 'phone') return /^(\+?86)?1\d{10}$/.test(value) || /^0\d{9,11}$/.test(value) ? undefined : '号码再看一下，手机号是 11 位';
  return value.length >= 12 && value.length <= 19 ? undefined : '卡号再看一下，一般是 16 到 19 位';
}

export const toSend = digits;

/** In parts of four, so that one can compare with the card. */
export const inFours = (typed: string): string => digits(typed).replace(/(.{4})(?=.)/g, '$1 ');
