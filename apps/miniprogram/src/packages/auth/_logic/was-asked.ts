import type { PhoneStorage } from '@/application/ports';

const KEY = 'authentication.asked';
const MOST = 50;

const read = (storage: PhoneStorage): readonly string[] => JSON.parse(storage.read(KEY) ?? '[]') as readonly string[];
const keyOf = (caseId: string, memberId: string): string => `${caseId} ${memberId}`;

/** Whether "都没有" was answered for this member on this phone. What was difficult is never written down. */
export const wasAsked = (storage: PhoneStorage, memberId: string, caseId: string): boolean =>
  read(storage).includes(keyOf(caseId, memberId));

export function noteNothingDifficult(storage: PhoneStorage, memberId: string, caseId: string): void {
  const before = read(storage).filter((key) => key !== keyOf(caseId, memberId));
  void storage.write(KEY, JSON.stringify([keyOf(caseId, memberId), ...before].slice(0, MOST)));
}
