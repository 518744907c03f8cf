import type { Saying } from '@/platform/voice-kind';

export interface Listening {
  /** When it is over, at its end or because it was stopped. */
  readonly done: Promise<void>;
  readonly hush: () => void;
}

/**
 * Plays what was recorded. Laying it open takes its time: stopped until then (the person left, speaks anew, throws it away), not a sound comes.
 * @param open lays it open for as long as `act` takes @param play begins to play what lies at a path
 */
export function listenTo(open: (act: (path: string) => Promise<void>) => Promise<unknown>, play: (path: string) => Saying): Listening {
  let hushed = false;
  let saying: Saying | undefined;
  const done = open(async (path) => {
    if (hushed) return;
    saying = play(path);
    await saying.done;
  }).then(
    () => undefined,
    () => undefined,
  );
  return {
    done,
    hush() {
      hushed = true;
      saying?.stop();
    },
  };
}
