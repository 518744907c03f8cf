/** Keeps texts about people on a phone, so that who finds the phone's storage cannot read them. */
export interface SealedTexts {
  read(key: string): Promise<string | undefined>;
  /** @returns whether it is on the phone now */
  write(key: string, text: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Names of everything that lies there, and on WeChat of the settings too. */
  keys(): Promise<readonly string[]>;
}
