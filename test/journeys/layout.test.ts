import { describe } from 'vitest';
import { layoutStory } from './_layout/layout-story-for-test.ts';

describe('每一页在两个引擎、最窄的手机、标准版和最大的字里都看得清、点得到', layoutStory);
