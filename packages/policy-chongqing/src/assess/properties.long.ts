import { vi } from 'vitest';
import { describeProperties } from './describe-properties-for-test.ts';

vi.setConfig({ testTimeout: 1_200_000 });
describeProperties(2000);
