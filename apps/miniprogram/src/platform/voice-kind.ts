/** One line that is being said. */
export interface Saying {
  /** When it was said to its end, or stopped. */
  readonly done: Promise<void>;
  readonly stop: () => void;
}

/** What can read aloud: recordings by sentence, else the platform's own voice. */
export interface Voice {
  has(line: string): boolean;
  say(line: string, slow: boolean): Saying;
}
