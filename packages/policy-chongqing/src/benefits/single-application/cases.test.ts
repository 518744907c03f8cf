import { describe } from 'vitest';
import { checkCases } from '../check-cases.ts';
import { CASES } from './cases.ts';

describe('单独申请低保', () => checkCases(CASES));
