/** A letter in plain words, to be printed in large type. */
export interface Letter {
  readonly title: string;
  readonly to: string;
  /** Its day, ISO. */
  readonly on: string;
  readonly paragraphs: readonly string[];
  readonly from: string;
}
