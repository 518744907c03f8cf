/** Where each sealed value of an application lies; the same words seal and open it. */
export const formPlace = (id: string): string => `form:${id}`;
export const assessmentPlace = (id: string): string => `assessment:${id}`;
export const applicantPlace = (id: string): string => `applicant:${id}`;
export const correctionPlace = (id: string): string => `correction:${id}`;
export const answerPlace = (id: string): string => `correction-answer:${id}`;
export const notePlace = (workItemId: string): string => `work-item.note:${workItemId}`;
