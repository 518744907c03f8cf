/** Where each sealed value of a cross-check lies; the same words seal and open it. */
export const checkPlace = {
  person: (checkId: string, memberId: string) => `cross-check.person:${checkId}:${memberId}`,
  answer: (questionId: string) => `cross-check.answer:${questionId}`,
  dispute: (disputeId: string) => `cross-check.dispute:${disputeId}`,
  reply: (disputeId: string) => `cross-check.reply:${disputeId}`,
};

/** Who was asked about; the number is what the source is asked with. */
export interface CheckedPerson {
  readonly name: string;
  readonly number?: string;
}
