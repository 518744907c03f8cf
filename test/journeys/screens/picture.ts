export interface Picture {
  /** Which of the sheets it stands on. */
  readonly group: 'standard' | 'elder' | 'states' | 'desk';
  readonly name: string;
  readonly file: string;
}
export type Take = (picture: Omit<Picture, 'file'>, bytes: Uint8Array) => void;
