import { describe } from 'vitest';
import { checkCases } from '../check-cases-for-test.ts';
import { CASES } from './cases.ts';

describe('刚性支出困难家庭', () => checkCases(CASES));
