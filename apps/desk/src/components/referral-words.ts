import type { ReferralState } from '@assist/contracts';

export const REFERRAL_STATE_WORDS: Readonly<Record<ReferralState, string>> = {
  asked: '问了本人，等回音',
  agreed: '本人同意了，还没送出',
  sent: '送出了，等答复',
  granted: '办成了',
  'not-fitting': '不符合',
  'not-wanted': '本人不要',
};
