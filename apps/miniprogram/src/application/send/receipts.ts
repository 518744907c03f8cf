import type { SubmissionReceipt } from '@assist/contracts';
import type { PhoneStorage } from '../ports.ts';

const KEY = 'receipts';

/** A receipt as the phone keeps it. */
export interface KeptReceipt {
  readonly receipt: SubmissionReceipt;
  /** The draft it was made of. A copy of it that still lies at the server is not opened again. */
  readonly draftId?: string;
  /** An earlier content arrived; what was changed afterwards is not in it. */
  readonly earlierContent: boolean;
  /** Photos that had not gone up and are not in it. */
  readonly photosLeft: number;
  /** Ids of those that are in it; what else was chosen for it can still be given later. */
  readonly sentPhotos?: readonly string[];
}

export const readReceipts = (storage: PhoneStorage): KeptReceipt[] => JSON.parse(storage.read(KEY) ?? '[]') as KeptReceipt[];

/** @returns false when the phone had no room */
export function keepReceipt(storage: PhoneStorage, kept: KeptReceipt): Promise<boolean> {
  const others = readReceipts(storage).filter((r) => r.receipt.applicationId !== kept.receipt.applicationId);
  return storage.write(KEY, JSON.stringify([kept, ...others]));
}

export const receiptOf = (storage: PhoneStorage, applicationId: string): KeptReceipt | undefined =>
  readReceipts(storage).find((r) => r.receipt.applicationId === applicationId);
