import type { CaseEventKind } from '@assist/contracts';

const KINDS: Readonly<Record<CaseEventKind, string>> = {
  registered: '进了区里的在册名单',
  'register-changed': '区里的名单改了',
  'change-told': '报了变化',
  'change-opinion': '记下初步意见',
  'change-settled': '变化办结',
  'authentication-counted': '见到了本人，算今年认证过',
  'visit-arranged': '约好上门',
  'visit-done': '上门去过',
  'contact-change-asked': '要换电话或银行卡',
  'contact-changed': '电话或银行卡换好了',
  'reminder-sent': '提醒过',
  'consent-to-pass-on': '同意接着查别的待遇，不用再交材料',
  paid: '财政回执：钱发到账号了',
  'given-once': '给了一次救助（小额先救助或临时救助）',
  'case-moved': '搬家了，转到这里办',
  'payment-bounced': '财政回执：钱退回来了，下一份清单再发',
};

/** Codes that say more than the kind. Each service that adds events adds its own here. */
const DETAILS = {
  'amount-lower': '名单上每月的金额变少（区里已定的，照抄，不是这里定的）',
  'amount-higher': '名单上每月的金额变多',
  'members-changed': '名单上的家庭成员变了',
  'benefits-changed': '名单上的待遇变了',
  'taper-changed': '名单上的渐退期变了',
  'details-changed': '名单上的其他几项变了',
  'back-in-register': '又回到在册名单',
} as const;
export type EventDetail = keyof typeof DETAILS;

/** What happened, in one sentence for a clerk. */
export const eventSentence = (kind: CaseEventKind, detail: string | null): string =>
  (detail && Object.hasOwn(DETAILS, detail) && DETAILS[detail as EventDetail]) || KINDS[kind];
