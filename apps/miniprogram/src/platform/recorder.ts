import Taro from '@tarojs/taro';

export interface Recorded {
  readonly path: string;
  /** Whole seconds, at least one. */
  readonly seconds: number;
}
export interface Recording {
  readonly stop: () => void;
  /** When it stopped, by itself at the longest too. `refused`: the microphone is not allowed. */
  readonly done: Promise<{ readonly recorded?: Recorded; readonly refused: boolean }>;
}

/** What the server takes at most. */
const MOST_MS = 60_000;

/** Begins to record what is said; one at a time. */
export function record(): Recording {
  // Below base library 1.6 there is none.
  const manager = Taro.canIUse('getRecorderManager') ? Taro.getRecorderManager() : undefined;
  if (!manager) return { stop: () => undefined, done: Promise.resolve({ refused: true }) };
  const done = new Promise<{ recorded?: Recorded; refused: boolean }>((resolve) => {
    manager.onStop(({ tempFilePath, duration }) =>
      resolve(
        tempFilePath
          ? { recorded: { path: tempFilePath, seconds: Math.max(1, Math.min(60, Math.round(duration / 1000))) }, refused: false }
          : { refused: false },
      ),
    );
    manager.onError(({ errMsg }) => resolve({ refused: /auth|deny|denied|privacy|permission/i.test(errMsg) }));
  });
  // Speech on a weak line: a minute is a third of a megabyte.
  manager.start({ duration: MOST_MS, sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000, format: 'mp3' });
  return { stop: () => manager.stop(), done };
}
