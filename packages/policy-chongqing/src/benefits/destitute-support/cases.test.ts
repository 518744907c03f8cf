import { describe } from 'vitest';
import { checkCases } from '../check-cases-for-test.ts';
import { CASES } from './cases.ts';

describe('特困供养', () => checkCases(CASES));
