import type { ApplicationState } from '@assist/contracts';

/** How a state is called at the desk; the resident's words are the contract's. */
export const STATE_WORDS: Readonly<Record<ApplicationState, string>> = {
  received: '刚收到',
  opened: '打开看了',
  'correction-asked': '等群众补',
  'correction-answered': '补来了',
  accepted: '已受理',
};
