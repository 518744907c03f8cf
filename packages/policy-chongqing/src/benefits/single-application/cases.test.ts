import { describe } from 'vitest';
import { checkCases } from '../check-cases-for-test.ts';
import { CASES } from './cases.ts';

describe('单独申请低保', () => checkCases(CASES));
