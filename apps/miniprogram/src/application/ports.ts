import type { Client } from '@assist/contracts';

/** Keeps texts on the phone, through kills and restarts. WeChat encrypts them, which it only does asynchronously; what was written is read back at once. */
export interface PhoneStorage {
  read(key: string): string | undefined;
  /** @returns false when the phone had no room. */
  write(key: string, text: string): Promise<boolean>;
  remove(key: string): void;
}

/** Milliseconds since 1970. */
export type Now = () => number;

/** UUID made on the phone. */
export type NewId = () => string;

/** Runs `act` after `ms`; the answer cancels it. */
export type Later = (ms: number, act: () => void) => () => void;

export type { Client };
