import type { ChangeReceipt } from '@assist/contracts';
import type { PhoneStorage } from '../ports.ts';

const KEY = 'change.receipts';

export interface KeptChange {
  readonly receipt: ChangeReceipt;
  /** An earlier content arrived; what was changed afterwards is not in it. */
  readonly earlierContent: boolean;
  /** Photos that had not gone up and are not in it. */
  readonly photosLeft: number;
  /** A new phone or bank account that is still to be changed. */
  readonly contact?: readonly string[];
}

export const readChangeReceipts = (storage: PhoneStorage): KeptChange[] => JSON.parse(storage.read(KEY) ?? '[]') as KeptChange[];

/** @returns false when the phone had no room */
export function keepChangeReceipt(storage: PhoneStorage, kept: KeptChange): Promise<boolean> {
  const others = readChangeReceipts(storage).filter((r) => r.receipt.changeId !== kept.receipt.changeId);
  return storage.write(KEY, JSON.stringify([kept, ...others]));
}

export const changeReceiptOf = (storage: PhoneStorage, changeId: string): KeptChange | undefined =>
  readChangeReceipts(storage).find((r) => r.receipt.changeId === changeId);
