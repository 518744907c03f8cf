/** The four reasons for which 45 working days may be taken (YM239-3-1d). */
export const EXTENSION_REASONS = {
  'notice-objected': '公示有异议',
  'lives-elsewhere': '人户分离',
  'applied-elsewhere': '异地申办',
  'hard-to-investigate': '家庭经济状况调查难度较大',
} as const;

export type ExtensionReason = keyof typeof EXTENSION_REASONS;

/** Another reason is the district's to accept, in writing: the list of the clause reads as if it were open, and we do not open it ourselves. */
export type Extension =
  | { readonly reason: ExtensionReason }
  | { readonly reason: 'other'; readonly acceptedBy: 'district'; readonly inWords: string };
