import { describe } from 'vitest';
import { checkCases } from '../check-cases-for-test.ts';
import { CASES } from './cases.ts';

describe('低保边缘家庭', () => checkCases(CASES));
