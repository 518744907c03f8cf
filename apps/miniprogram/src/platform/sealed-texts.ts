/** Keeps texts about other people on a helper's phone, so that who finds the phone's storage cannot read them. */
export interface SealedTexts {
  read(key: string): Promise<string | undefined>;
  /** @returns whether it is on the phone now */
  write(key: string, text: string): Promise<boolean>;
  remove(key: string): Promise<void>;
}
