import { describeMoneyStays } from './money-stays-for-test.ts';

describeMoneyStays(150, 1_800_000);
