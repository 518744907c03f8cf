import { hasClip, playClip } from './clip';
import type { Voice } from './voice-kind';

const CLIPS_ONLY: Voice = { has: hasClip, say: playClip };

/** WeChat gives a mini-program no voice of its own: only what was recorded can be heard. */
export const useVoice = (): Voice => CLIPS_ONLY;
