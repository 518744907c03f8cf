import { partsOf } from './civil-date.ts';
import type { Quantity } from './receipt.ts';
import type { CivilDate, Fen } from './units.ts';

/** `770 元`, `1,155.50 元`: fen are written only where there are some. Made when shown, never during an assessment. */
export function yuanText(amount: Fen): string {
  const negative = amount < 0;
  const abs = negative ? -amount : amount;
  const rest = abs % 100;
  const yuan = grouped((abs - rest) / 100);
  return `${negative ? '-' : ''}${yuan}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`} 元`;
}

/** `2026年7月1日`. */
export function dateText(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

const SUFFIX = {
  persons: ' 人',
  months: ' 个月',
  years: ' 周岁',
  days: ' 天',
  'working-days': ' 个工作日',
  count: '',
  'square-metres': ' 平方米',
} as const;

/** A figure of a finding, in words for residents. That an amount is a month's stands in its name (`每人每月`), not here. */
export function quantityText(quantity: Quantity): string {
  switch (quantity.unit) {
    case 'fen':
    case 'fen-per-month':
      return yuanText(quantity.value);
    case 'date':
      return dateText(quantity.value);
    case 'ratio':
      return percent(quantity.value);
    default:
      return `${plain(quantity.value)}${SUFFIX[quantity.unit]}`;
  }
}

function percent(ratio: number): string {
  return `${plain(Math.round(ratio * 10_000) / 100)}%`;
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
