import Taro from '@tarojs/taro';
import type { Saying } from './voice-kind';

/** Plays a sound from an address or a file of this phone. @param rate 1 as it was recorded */
export function play(src: string, rate = 1): Saying {
  const audio = Taro.createInnerAudioContext();
  const done = new Promise<void>((resolve) => {
    audio.onEnded(() => resolve());
    audio.onStop(() => resolve());
    // What cannot be played is passed over.
    audio.onError(() => resolve());
  });
  void done.then(() => audio.destroy());
  audio.src = src;
  audio.playbackRate = rate;
  audio.play();
  return { done, stop: () => audio.stop() };
}
