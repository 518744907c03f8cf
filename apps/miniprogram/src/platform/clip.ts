import { CLIPS_BASE } from './build';
import { CLIPS } from './clips.gen';
import { play } from './play';
import type { Saying } from './voice-kind';

const SLOW = 0.75;

export const hasClip = (line: string): boolean => CLIPS_BASE !== '' && Object.hasOwn(CLIPS, line);

/** Plays the recording of a sentence that has one; one that cannot be fetched is passed over: the words stand on the screen. */
export const playClip = (line: string, slow: boolean): Saying => play(`${CLIPS_BASE}${CLIPS[line]}.mp3`, slow ? SLOW : 1);
