import { afterAll, beforeAll, it } from 'vitest';
import { type LadderForTest, ladderForTest } from '../../test/ladder-for-test.ts';
import { holdsForAnything } from './ladder.property-for-test.ts';

let town: LadderForTest;
beforeAll(async () => {
  town = await ladderForTest();
});
afterAll(() => town.close());

it('不管先后发生什么：不是见到了，就是有人上门；一种办法只用一遍；钱一分不动', () => holdsForAnything(town, 15), 120_000);
