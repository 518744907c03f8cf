/** Where each sealed value beside an alert lies; the same words seal and open it. */
export const alertPlace = {
  content: (id: string) => `alert:${id}`,
  meetingWhy: (id: string) => `joint-meeting.why:${id}`,
  meetingRecord: (id: string) => `joint-meeting.record:${id}`,
  watchedWhy: (id: string) => `watched.why:${id}`,
};

/** What is sealed of an alert: who it is about, and what the source saw. */
export interface AlertContent {
  readonly name: string;
  readonly number?: string;
  readonly phone?: string;
  readonly village?: string;
  readonly words: string;
}
