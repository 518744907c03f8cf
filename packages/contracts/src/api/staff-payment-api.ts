import * as z from 'zod/mini';
import { civilDateSchema, fenSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { RECIPIENT_KINDS_IN_FORCE } from './case-views.ts';
import { endpoint } from './endpoint.ts';

/** A month, `YYYY-MM`. */
export const monthSchema = z.string().check(z.regex(/^(20|21)\d{2}-(0[1-9]|1[0-2])$/, '请选一个月'));

/** `returned` is not the end of every line: what came back, and what has no account, stands in the next list again. */
export const PAYMENT_LIST_STATES = ['draft', 'frozen', 'released', 'exported', 'returned'] as const;
export type PaymentListState = (typeof PAYMENT_LIST_STATES)[number];
export const PAYMENT_LINE_STATES = ['to-pay', 'no-account', 'paid', 'bounced'] as const;
export type PaymentLineState = (typeof PAYMENT_LINE_STATES)[number];

/** Why a bank gave money back: a closed list, in the words of the return file. */
export const BOUNCE_REASONS = {
  'account-unknown': '账号不存在',
  'name-differs': '户名不符',
  'account-closed': '账户已销户',
  'account-frozen': '账户冻结',
  other: '其他',
} as const;
export type BounceReason = keyof typeof BOUNCE_REASONS;
export const BOUNCE_REASON_CODES = Object.keys(BOUNCE_REASONS) as [BounceReason, ...BounceReason[]];

export const PAYMENT_DIFFERENCES = ['new', 'raised', 'less', 'stopped'] as const;
export type PaymentDifference = (typeof PAYMENT_DIFFERENCES)[number];

const actSchema = z.object({ at: instantSchema, who: z.string() });

export const paymentListSchema = z.object({
  listId: idSchema,
  office: z.object({ id: z.string(), name: z.string() }),
  month: monthSchema,
  state: z.enum(PAYMENT_LIST_STATES),
  lines: z.number(),
  amount: fenSchema,
  /** Lines without an account on record: listed, not exported, in the next list again. */
  noAccount: z.number(),
  /** Of what stood before: bounced or without an account then. */
  carried: z.number(),
  paid: z.number(),
  bounced: z.number(),
  /** Of all lines; freezing and releasing say which content they mean. */
  hash: z.string(),
  computedAt: instantSchema,
  frozen: z.optional(actSchema),
  released: z.optional(actSchema),
  exported: z.optional(actSchema),
  returned: z.optional(actSchema),
  /** Why it was sent back last, while it is a draft again. */
  sentBack: z.optional(z.string()),
  /** Against this month; absent where this is the first list. */
  previous: z.optional(monthSchema),
  differences: z.record(z.enum(PAYMENT_DIFFERENCES), z.number()),
  /** Differences that no procedure and no import explains: the list cannot be frozen while there are any. */
  unexplained: z.number(),
  /** What this person may do now. */
  may: z.array(z.enum(['compute', 'freeze', 'send-back', 'release', 'export', 'import-return'])),
});
export type PaymentListView = z.output<typeof paymentListSchema>;

export const paymentLineSchema = z.object({
  n: z.number(),
  caseId: idSchema,
  registerNumber: z.string(),
  name: z.string(),
  kind: z.enum(RECIPIENT_KINDS_IN_FORCE),
  title: z.string(),
  amount: fenSchema,
  forMonth: monthSchema,
  /** The old amount goes on until the taper's end. */
  taper: z.boolean(),
  /** Last four digits. */
  account: z.optional(z.string()),
  state: z.enum(PAYMENT_LINE_STATES),
  bounce: z.optional(z.enum(BOUNCE_REASON_CODES)),
});
export type PaymentLineView = z.output<typeof paymentLineSchema>;

export const paymentDifferenceSchema = z.object({
  caseId: idSchema,
  registerNumber: z.string(),
  title: z.string(),
  what: z.enum(PAYMENT_DIFFERENCES),
  before: fenSchema,
  after: fenSchema,
  /** The procedure's run or the import that made it so; absent where nothing on record explains it. */
  cause: z.optional(z.object({ kind: z.enum(['run', 'import', 'move']), id: idSchema, title: z.string(), on: civilDateSchema })),
});
export type PaymentDifferenceView = z.output<typeof paymentDifferenceSchema>;

/** 小额先救助、临时救助: given once, by one person and seen by another. */
export const oneTimePaymentSchema = z.object({
  paymentId: idSchema,
  runId: idSchema,
  kind: z.enum(['small-sum', 'temporary']),
  title: z.string(),
  name: z.string(),
  number: z.optional(z.string()),
  amount: fenSchema,
  on: civilDateSchema,
  given: actSchema,
  /** Absent until another person looked at it. */
  seen: z.optional(actSchema),
  /** Explained and at its end. */
  settled: z.boolean(),
  caseId: z.optional(idSchema),
});
export type OneTimePaymentView = z.output<typeof oneTimePaymentSchema>;

const byList = z.object({ listId: idSchema });
const hashBody = z.object({ hash: z.string().check(z.maxLength(100)) });
const page = <T extends z.ZodMiniType>(item: T) => z.object({ items: z.array(item), next: z.nullable(z.string()) });

/** 发放清单: computed from what is in force, frozen by one person, released by another, exported, and its return read. */
export const staffPaymentApi = {
  paymentLists: endpoint({
    id: 'paymentLists',
    method: 'GET',
    path: '/staff/api/payment-lists',
    summary: '每月的发放清单；区里看各镇街的',
    who: 'staff',
    status: 200,
    answer: z.array(paymentListSchema),
  }),
  oneTimePayments: endpoint({
    id: 'oneTimePayments',
    method: 'GET',
    path: '/staff/api/payments-once/{month}',
    summary: '一个月里一次给的：小额先救助、临时救助；谁给的、谁看过',
    who: 'staff',
    status: 200,
    params: z.object({ month: monthSchema }),
    answer: z.array(oneTimePaymentSchema),
  }),
  computePayments: endpoint({
    id: 'computePayments',
    method: 'PUT',
    path: '/staff/api/payment-months/{month}',
    summary: '算一个月的清单（没冻结以前，再算就是重算）',
    who: 'staff',
    status: 200,
    params: z.object({ month: monthSchema }),
    answer: paymentListSchema,
  }),
  paymentList: endpoint({
    id: 'paymentList',
    method: 'GET',
    path: '/staff/api/payment-lists/{listId}',
    summary: '一份清单：合计、走到哪一步',
    who: 'staff',
    status: 200,
    params: byList,
    answer: paymentListSchema,
  }),
  paymentLines: endpoint({
    id: 'paymentLines',
    method: 'GET',
    path: '/staff/api/payment-lists/{listId}/lines',
    summary: '清单里的每一行；看过留痕',
    who: 'staff',
    status: 200,
    params: byList,
    query: z.object({ cursor: z.optional(z.string()), state: z.optional(z.enum(PAYMENT_LINE_STATES)) }),
    answer: page(paymentLineSchema),
  }),
  paymentDifferences: endpoint({
    id: 'paymentDifferences',
    method: 'GET',
    path: '/staff/api/payment-lists/{listId}/differences',
    summary: '和上一份比，多了谁、少了谁，因为哪一个程序或哪一次导入',
    who: 'staff',
    status: 200,
    params: byList,
    query: z.object({ cursor: z.optional(z.string()) }),
    answer: page(paymentDifferenceSchema),
  }),
  freezePayments: endpoint({
    id: 'freezePayments',
    method: 'PUT',
    path: '/staff/api/payment-lists/{listId}/frozen',
    summary: '看过了，冻结：之后一行也不变',
    who: 'staff',
    status: 200,
    params: byList,
    body: hashBody,
    answer: paymentListSchema,
  }),
  sendPaymentsBack: endpoint({
    id: 'sendPaymentsBack',
    method: 'PUT',
    path: '/staff/api/payment-lists/{listId}/sent-back',
    summary: '还没放行的，退回重算，写明原因',
    who: 'staff',
    status: 200,
    params: byList,
    body: z.object({ reason: words(300).check(z.minLength(1, '为什么退回？')) }),
    answer: paymentListSchema,
  }),
  releasePayments: endpoint({
    id: 'releasePayments',
    method: 'PUT',
    path: '/staff/api/payment-lists/{listId}/released',
    summary: '由另一个人放行',
    who: 'staff',
    status: 200,
    params: byList,
    body: hashBody,
    answer: paymentListSchema,
  }),
  exportPayments: endpoint({
    id: 'exportPayments',
    method: 'PUT',
    path: '/staff/api/payment-lists/{listId}/exported',
    summary: '导出给财政',
    who: 'staff',
    status: 200,
    params: byList,
    answer: paymentListSchema,
  }),
  paymentFile: endpoint({
    id: 'paymentFile',
    method: 'GET',
    path: '/staff/api/payment-lists/{listId}/file',
    summary: '给财政的文件（CSV）；取一次留一次痕',
    who: 'staff',
    status: 200,
    bytes: true,
    params: byList,
    query: z.object({ encoding: z.optional(z.enum(['gb18030', 'utf-8'])) }),
  }),
  importPaymentReturn: endpoint({
    id: 'importPaymentReturn',
    method: 'POST',
    path: '/staff/api/payment-lists/{listId}/returns/{returnId}',
    summary: '财政的回执：每一行发了还是退回了；哪里不对，列出来，什么也不记',
    who: 'staff',
    status: 201,
    multipart: true,
    params: z.object({ listId: idSchema, returnId: idSchema }),
    body: z.object({ fileName: z.optional(z.string().check(z.maxLength(200))) }),
    answer: paymentListSchema,
  }),
} as const;
