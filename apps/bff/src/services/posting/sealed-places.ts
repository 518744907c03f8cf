/** Where each sealed value of a posting lies; the same words seal and open it. */
export const postingPlace = {
  posting: (id: string) => `posting:${id}`,
  why: (id: string) => `posting.why:${id}`,
  hold: (runId: string) => `posting.hold:${runId}`,
  lift: (liftId: string) => `posting.lift:${liftId}`,
  secret: (objectionId: string) => `posting.objection-secret:${objectionId}`,
};

/** The same of an objection. */
export const objectionPlace = {
  teller: (objectionId: string) => `posting.objection-teller:${objectionId}`,
  note: (noteId: string) => `objection.note:${noteId}`,
};
