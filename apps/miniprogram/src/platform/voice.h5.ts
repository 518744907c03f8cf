import { useEffect, useState } from 'react';
import { hasClip, playClip } from './clip';
import type { Saying, Voice } from './voice-kind';

const SLOW = 0.7;

/** Recordings first; what has none is said by the phone's own Chinese voice, where it has one. */
export function useVoice(): Voice {
  const [own, setOwn] = useState(chineseVoice);
  useEffect(() => {
    // Browsers load their voices a moment after the page.
    const heard = () => setOwn(chineseVoice());
    globalThis.speechSynthesis?.addEventListener?.('voiceschanged', heard);
    heard();
    return () => globalThis.speechSynthesis?.removeEventListener?.('voiceschanged', heard);
  }, []);
  return {
    has: (line) => hasClip(line) || own !== undefined,
    say: (line, slow) => (hasClip(line) || !own ? playClip(line, slow) : speak(line, slow, own)),
  };
}

/** One that speaks on the phone itself: what stands on the screen is not sent to anybody's server to be read. */
const chineseVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find((voice) => /^zh[-_](CN|Hans)|^cmn/i.test(voice.lang) && voice.localService);

function speak(line: string, slow: boolean, voice: SpeechSynthesisVoice): Saying {
  const words = new SpeechSynthesisUtterance(line);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = slow ? SLOW : 1;
  const done = new Promise<void>((resolve) => {
    words.onend = () => resolve();
    words.onerror = () => resolve();
  });
  speechSynthesis.speak(words);
  return { done, stop: () => speechSynthesis.cancel() };
}
