import type { Period } from '../procedures/index.ts';

const UNITS: Readonly<Record<Period['unit'], string>> = { 'working-days': ' 个工作日', days: ' 天', months: ' 个月' };

export function periodText({ unit, value }: Period): string {
  return `${value}${UNITS[unit]}`;
}
