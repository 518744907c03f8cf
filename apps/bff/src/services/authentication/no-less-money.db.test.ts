import { it } from 'vitest';
import { expectNoLessMoney } from './no-less-money-for-test.ts';

it('不管怎么认证、认没认、等多久：金额、种类、渐退、在不在册，一样都没变', { timeout: 120_000 }, () =>
  expectNoLessMoney({ most: 8, runs: 12, seed: 20_261_122, happened: 5 }),
);
