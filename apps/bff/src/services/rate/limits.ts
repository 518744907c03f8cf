/** So many calls in so many seconds, for one account (or one address where nobody is signed in). Others have no limit of their own. */
export const RATE_LIMITS: Readonly<Record<string, { readonly calls: number; readonly seconds: number }>> = {
  // A township hall shares one address.
  signIn: { calls: 600, seconds: 60 },
  refresh: { calls: 600, seconds: 60 },
  routing: { calls: 600, seconds: 60 },
  claimIdentity: { calls: 20, seconds: 3600 },
  setPhone: { calls: 20, seconds: 3600 },
  // With 8 letters of 31, an hour of guessing finds one in 85 thousand million.
  verifyByCode: { calls: 10, seconds: 3600 },
  // Five tries besides; of the last six of a paper's number ten an hour find nothing.
  setOwnCode: { calls: 20, seconds: 3600 },
  checkOwnCode: { calls: 60, seconds: 3600 },
  forgetOwnCode: { calls: 10, seconds: 3600 },
  saveDraft: { calls: 120, seconds: 60 },
  uploadFile: { calls: 120, seconds: 60 },
  submitChange: { calls: 60, seconds: 60 },
  previewChange: { calls: 240, seconds: 60 },
  tellAtCounter: { calls: 60, seconds: 60 },
  // Six digits, five tries of each: an hour of guessing is right once in forty thousand times.
  sendContactCode: { calls: 5, seconds: 3600 },
  changeContact: { calls: 20, seconds: 3600 },
  submitApplication: { calls: 60, seconds: 60 },
  answerCorrection: { calls: 60, seconds: 60 },
  // A town's phones may share one address; with 8 letters of 31 this finds nothing in a lifetime.
  checkReality: { calls: 600, seconds: 3600 },
  sayToDecision: { calls: 60, seconds: 3600 },
  objectToDecision: { calls: 60, seconds: 3600 },
  // A village's phones may share one address.
  postings: { calls: 600, seconds: 3600 },
  objectToPosting: { calls: 30, seconds: 3600 },
  complain: { calls: 30, seconds: 3600 },
  // Sixty bits of number and words: an hour of guessing finds nothing.
  lookBack: { calls: 60, seconds: 3600 },
  followVoice: { calls: 30, seconds: 3600 },
  // Five tries of each link besides; six characters, thirty tries an hour from one account find nothing.
  openRelay: { calls: 30, seconds: 3600 },
  signRelay: { calls: 60, seconds: 3600 },
  askRelay: { calls: 120, seconds: 3600 },
  makeRelayLink: { calls: 60, seconds: 3600 },
  inviteHelper: { calls: 20, seconds: 3600 },
  // 256 random bits, or ten letters of 31.
  acceptHelping: { calls: 30, seconds: 3600 },
  beginHelping: { calls: 60, seconds: 3600 },
  issueCertificate: { calls: 20, seconds: 3600 },
  // A hall's computers may share one address; with 10 letters of 31 and a week this finds nothing.
  checkCertificate: { calls: 300, seconds: 3600 },
  myDataCopy: { calls: 30, seconds: 3600 },
  acceptReminders: { calls: 120, seconds: 3600 },
  beginFaceCheck: { calls: 120, seconds: 60 },
  beginRelayFace: { calls: 60, seconds: 3600 },
  confirmRelayByFace: { calls: 120, seconds: 3600 },
  finishFaceCheck: { calls: 240, seconds: 60 },
  // 50 MB in pieces of one, and some sent twice.
  uploadPiece: { calls: 300, seconds: 60 },
  beginUpload: { calls: 60, seconds: 60 },
  finishUpload: { calls: 30, seconds: 60 },
  sendEvidence: { calls: 60, seconds: 60 },
  bookVisit: { calls: 60, seconds: 60 },
  // Phones of a whole town may share one address; what is refused here is sent again by itself, and the number to call stays on screen.
  sendUrgentCall: { calls: 240, seconds: 600 },
  sendUrgentSound: { calls: 240, seconds: 600 },
  urgentStatus: { calls: 1200, seconds: 600 },
  // New calls of one phone.
  urgentCallOfDevice: { calls: 6, seconds: 3600 },
  // Eight letters, ten minutes: as with a verification code.
  tieRound: { calls: 10, seconds: 3600 },
  issueRoundCode: { calls: 30, seconds: 3600 },
  round: { calls: 60, seconds: 3600 },
  sendDoor: { calls: 120, seconds: 60 },
  sayNotAgreed: { calls: 30, seconds: 3600 },
  claimNext: { calls: 120, seconds: 60 },
  claimItem: { calls: 120, seconds: 60 },
  issueVerificationCode: { calls: 60, seconds: 3600 },
  // Looking for people; by number it asks for a reason besides and is on record.
  findItems: { calls: 60, seconds: 60 },
  caseFiles: { calls: 240, seconds: 60 },
  staffFile: { calls: 240, seconds: 60 },
  uploadStaffFile: { calls: 120, seconds: 60 },
  sendImport: { calls: 60, seconds: 3600 },
  importPaymentReturn: { calls: 60, seconds: 3600 },
  // What a clerk writes that stays for good; what leaves the house.
  noteOnItem: { calls: 120, seconds: 60 },
  correctNote: { calls: 120, seconds: 60 },
  blackOutNote: { calls: 120, seconds: 60 },
  taperFile: { calls: 120, seconds: 3600 },
  reportFile: { calls: 120, seconds: 3600 },
  exportPayments: { calls: 120, seconds: 3600 },
  paymentFile: { calls: 120, seconds: 3600 },
  askArchive: { calls: 30, seconds: 3600 },
  archivePart: { calls: 300, seconds: 3600 },
  staffSignIn: { calls: 600, seconds: 60 },
  // A source may push one alert at a time; several may come from one address.
  alertPush: { calls: 600, seconds: 60 },
  // One system, a token for five minutes; behind one address there may be several.
  platformToken: { calls: 600, seconds: 60 },
};
