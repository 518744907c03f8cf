/** Every page by the name the code uses. An address carries ids at most, never anything about a person. */
export const ROUTES = {
  home: '/pages/home/index',
  cases: '/pages/cases/index',
  messages: '/pages/messages/index',
  mine: '/pages/mine/index',
  urgent: '/pages/urgent/index',
  outbox: '/pages/outbox/index',
  problem: '/pages/problem/index',
  privacy: '/pages/privacy/index',
  identity: '/pages/identity/index',
  help: '/pages/help/index',
  consents: '/pages/consents/index',
  apply: '/packages/apply/pages/tasks/index',
  where: '/packages/apply/pages/where/index',
  members: '/packages/apply/pages/members/index',
  member: '/packages/apply/pages/member/index',
  income: '/packages/apply/pages/income/index',
  assets: '/packages/apply/pages/assets/index',
  spending: '/packages/apply/pages/spending/index',
  story: '/packages/apply/pages/story/index',
  evidence: '/packages/apply/pages/evidence/index',
  estimate: '/packages/apply/pages/estimate/index',
  sign: '/packages/apply/pages/sign/index',
  review: '/packages/apply/pages/review/index',
  copy: '/packages/apply/pages/copy/index',
  receipt: '/packages/apply/pages/receipt/index',
  progress: '/packages/progress/pages/detail/index',
  correction: '/packages/progress/pages/correction/index',
} as const;
export type RouteName = keyof typeof ROUTES;

export const TABS = ['home', 'cases', 'messages', 'mine'] as const;
export type Tab = (typeof TABS)[number];
