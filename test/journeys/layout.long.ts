import { describe, vi } from 'vitest';
import { layoutStory } from './_layout/layout-story-for-test.ts';

// Eight looks and axe at every screen of two engines, on a machine that may do other things beside.
vi.setConfig({ testTimeout: 1_800_000 });

describe('每一页在两个引擎、三种宽度、标准版和长辈版里都看得清、点得到', layoutStory);
