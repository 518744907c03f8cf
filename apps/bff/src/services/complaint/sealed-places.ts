import type { Named } from '@assist/contracts';

/** Where each sealed value of a complaint lies; the same words seal and open it. */
export const complaintPlace = {
  content: (id: string) => `complaint:${id}`,
  secret: (id: string) => `complaint.secret:${id}`,
  event: (eventId: string) => `complaint.event:${eventId}`,
};

/** What is sealed of a complaint. */
export interface ComplaintContent {
  readonly words: string;
  readonly whom?: string;
  readonly named?: Named;
}
