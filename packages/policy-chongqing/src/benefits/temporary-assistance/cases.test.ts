import { describe } from 'vitest';
import { checkCases } from '../check-cases-for-test.ts';
import { CASES } from './cases.ts';

describe('临时救助', () => checkCases(CASES));
