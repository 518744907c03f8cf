import { describeProperties } from './describe-properties-for-test.ts';

describeProperties(5000);
