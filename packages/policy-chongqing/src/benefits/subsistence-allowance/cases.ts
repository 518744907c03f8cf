import type { Case } from '../case-table.ts';
import { AMOUNT_CASES } from './amount.cases.ts';
import { INCOME_CASES } from './income.cases.ts';
import { LINE_CASES } from './line.cases.ts';
import { MEMBER_CASES } from './members.cases.ts';
import { PROPERTY_CASES } from './property.cases.ts';
import { SUPPORT_CASES } from './support.cases.ts';

export const CASES: readonly Case[] = [
  ...LINE_CASES,
  ...MEMBER_CASES,
  ...INCOME_CASES,
  ...SUPPORT_CASES,
  ...PROPERTY_CASES,
  ...AMOUNT_CASES,
];
