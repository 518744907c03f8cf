import type { WorkState } from '@assist/contracts';

/** How a state is called at the desk; the resident's words are the contract's. */
export const STATE_WORDS: Readonly<Record<WorkState, string>> = {
  received: '刚收到',
  opened: '打开看了',
  'correction-asked': '等群众补',
  'correction-answered': '补来了',
  accepted: '已受理',
  opinion: '初步意见已记',
  settled: '办结了',
  'to-do': '还没安排',
  arranged: '约好了',
  done: '做完了',
};
