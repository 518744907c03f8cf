import { describe } from 'vitest';
import { layoutStory } from './_layout/layout-story-for-test.ts';

describe('每一页在两个引擎、三种宽度、标准版和长辈版里都看得清、点得到', layoutStory);
