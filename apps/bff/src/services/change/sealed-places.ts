/** Where each sealed value of a change notice lies; the same words seal and open it. */
export const changePlace = {
  form: (id: string) => `change.form:${id}`,
  receipt: (id: string) => `change.receipt:${id}`,
  reporter: (id: string) => `change.reporter:${id}`,
  effects: (id: string) => `change.effects:${id}`,
  beside: (id: string) => `change.beside:${id}`,
  note: (id: string) => `change.note:${id}`,
};
