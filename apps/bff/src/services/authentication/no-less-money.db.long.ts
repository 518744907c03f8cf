import { it } from 'vitest';
import { expectNoLessMoney } from './no-less-money-for-test.ts';

it('一千步随便怎么来：钱一分没动', { timeout: 1_200_000 }, () => expectNoLessMoney({ most: 25, runs: 50, seed: 5_5, happened: 20 }));
