/** Where each sealed value of an authentication lies; the same words seal and open it. */
export const authenticationPlace = {
  person: (id: string) => `authentication.person:${id}`,
  detail: (id: string) => `authentication.detail:${id}`,
};
