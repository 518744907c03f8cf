import type { Recording } from '@/platform/recorder';

/** What became of it. `full`: there was no room to keep it. */
export type Heard = 'kept' | 'nothing' | 'refused' | 'full';

export interface Speaking {
  /** Begins to record; ends at the longest by itself. One at a time. */
  begin(): Promise<Heard>;
  /** Stops what is being recorded. @returns when it is kept; at once where nothing is being recorded */
  end(): Promise<void>;
}

/** What somebody says into the phone. @param keep @returns false where there was no room */
export function makeSpeaking(record: () => Recording, keep: (path: string, seconds: number) => Promise<boolean>): Speaking {
  let under: { readonly stop: () => void; readonly whole: Promise<Heard> } | undefined;
  const hear = async ({ done }: Recording): Promise<Heard> => {
    const { recorded, refused } = await done;
    if (!recorded) return refused ? 'refused' : 'nothing';
    return (await keep(recorded.path, recorded.seconds)) ? 'kept' : 'full';
  };
  return {
    begin() {
      if (under) return under.whole;
      const one = record();
      const whole = hear(one).finally(() => {
        under = undefined;
      });
      under = { stop: one.stop, whole };
      return whole;
    },
    async end() {
      under?.stop();
      await under?.whole;
    },
  };
}
