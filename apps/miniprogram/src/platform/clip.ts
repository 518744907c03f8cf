import Taro from '@tarojs/taro';
import { CLIPS_BASE } from './build';
import { CLIPS } from './clips.gen';
import type { Saying } from './voice-kind';

const SLOW = 0.75;

export const hasClip = (line: string): boolean => CLIPS_BASE !== '' && Object.hasOwn(CLIPS, line);

/** Plays the recording of a sentence that has one. */
export function playClip(line: string, slow: boolean): Saying {
  const audio = Taro.createInnerAudioContext();
  const done = new Promise<void>((resolve) => {
    audio.onEnded(() => resolve());
    audio.onStop(() => resolve());
    // What cannot be fetched is passed over: the words stand on the screen.
    audio.onError(() => resolve());
  });
  void done.then(() => audio.destroy());
  audio.src = `${CLIPS_BASE}${CLIPS[line]}.mp3`;
  audio.playbackRate = slow ? SLOW : 1;
  audio.play();
  return { done, stop: () => audio.stop() };
}
