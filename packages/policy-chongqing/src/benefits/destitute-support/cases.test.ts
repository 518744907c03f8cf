import { describe } from 'vitest';
import { checkCases } from '../check-cases.ts';
import { CASES } from './cases.ts';

describe('特困供养', () => checkCases(CASES));
