import type { PaymentDifference, PaymentLineState, PaymentListState } from '@assist/contracts';

export const STATE_WORDS: Readonly<Record<PaymentListState, string>> = {
  draft: '还没冻结，可以重算',
  frozen: '冻结了，等另一个人放行',
  released: '放行了，可以导出',
  exported: '给了财政，等回执',
  returned: '回执记好了',
};
export const LINE_WORDS: Readonly<Record<PaymentLineState, string>> = {
  'to-pay': '待发',
  'no-account': '没有账号',
  paid: '发了',
  bounced: '退回了',
};
export const DIFFERENCE_WORDS: Readonly<Record<PaymentDifference, string>> = {
  new: '新来',
  raised: '变多',
  less: '变少',
  stopped: '没有了',
};
