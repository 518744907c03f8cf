import type {
  ArchiveView,
  ComplaintCase,
  ObjectionCase,
  PaymentListView,
  StaffView,
  SupervisorNotice,
  staffApi,
  UrgentItem,
} from '@assist/contracts';
import { CLOCK_30, cite, HANDLER, uuid, workItem } from './fixtures.ts';

// Invented answers of the pages beside the queue, in the shapes of the contracts: payments, reports, urgent calls, objections, complaints,
// what waits for a supervisor, exports.

export const SUPERVISOR: StaffView = { ...HANDLER, staffId: 's-qin', name: '秦岚', role: 'supervisor' };
const day = (text: string) => text as never;
const AT = '2026-11-22T09:02:00+08:00';

export const CALL_ID = uuid(9001);
const callRow: UrgentItem['row'] = {
  callId: CALL_ID,
  workItemId: uuid(9002),
  number: '云岭 261122-002-K',
  about: '住院大病',
  place: '柏树社区附近',
  office: '云岭镇人民政府（样例）',
  safe: 'yes',
  state: 'waiting',
  receivedAt: AT,
  callBackBy: '2026-11-22T10:02:00+08:00',
  minutesLeft: 46,
};
export const urgentItem = (more: Partial<UrgentItem> = {}): UrgentItem => ({
  row: callRow,
  what: '老人摔了，家里没有钱交住院费',
  where: '柏树社区小卖部',
  phone: '13800000001',
  name: '吴大贵',
  sound: 'none',
  tries: [],
  claimed: false,
  smallSum: {
    by: day('2026-11-25'),
    sentences: [{ sentence: '先给小额，三天以内', clauses: [cite('YMF12-14b', '渝民发〔2024〕12号 十四', '急难先给小额')] }],
  },
  may: { act: true, ends: ['small-sum', 'told', 'not-reached'] },
  callBack: { sentence: '一小时内回电话（我们的约定）', clauses: [cite('assumed', '我们的约定', '没有文件写多久')] },
  ...more,
});

export const LIST_ID = uuid(9101);
export const paymentList = (more: Partial<PaymentListView> = {}): PaymentListView => ({
  listId: LIST_ID,
  office: { id: 'o-yunling', name: '云岭镇人民政府（样例）' },
  month: '2026-11',
  state: 'draft',
  lines: 2,
  amount: 281_500 as never,
  noAccount: 1,
  carried: 0,
  paid: 0,
  bounced: 0,
  hash: 'a'.repeat(64),
  computedAt: AT,
  previous: '2026-10',
  differences: { new: 1, raised: 0, less: 0, stopped: 0 },
  unexplained: 0,
  may: ['compute', 'freeze'],
  ...more,
});

export const OBJECTION_ID = uuid(9201);
export const objection = (more: Partial<ObjectionCase> = {}): ObjectionCase => ({
  objectionId: OBJECTION_ID,
  runId: uuid(8001),
  from: 'neighbour',
  number: '云岭 261121-004-K',
  at: AT,
  words: '他家儿子在外面有房子',
  teller: { kind: 'hidden' },
  about: { title: '低保', name: '周德明', members: 4 },
  notes: [],
  effects: [{ sentence: '没有回复以前，往下走不了', clauses: [cite('MCA57-19', '民发〔2021〕57号 第十九条', '有异议的先核实')] }],
  item: {
    ...workItem(92, {
      kind: 'objection',
      subjectId: OBJECTION_ID,
      state: 'received',
      claimedBy: { staffId: 's-luo', name: '罗文静', until: AT },
    }),
    applicationId: undefined,
  },
  ...more,
});

export const COMPLAINT_ID = uuid(9301);
export const complaint = (more: Partial<ComplaintCase> = {}): ComplaintCase => ({
  complaintId: COMPLAINT_ID,
  lookedAtBy: 'township',
  office: '云岭镇人民政府（样例）',
  answeredBy: '云岭镇人民政府（样例）',
  about: 'household',
  whom: '某家',
  number: '云岭 261121-005-K',
  at: AT,
  words: '开着新车还在领',
  teller: { kind: 'none' },
  state: 'answered',
  notes: [{ id: uuid(9302), at: AT, who: '罗文静', words: '到车管所问过' }],
  answer: { on: day('2026-11-22'), words: '车是 2023 年卖出的，没有过户。', found: 'nothing-found' },
  missing: [],
  rules: [{ sentence: '说的人是谁，不告诉别人', clauses: [cite('MCA57-37', '民发〔2021〕57号 第三十七条', '保护举报人')] }],
  ...more,
});

const noticeItem = (n: number, name: string): SupervisorNotice['item'] => ({
  ...workItem(n, { kind: 'application-run', applicantName: name, subjectId: uuid(8001), about: '申请', state: 'to-do' }),
  applicationId: undefined,
});
export const NOTICES: SupervisorNotice[] = [
  {
    noticeId: uuid(9401),
    kind: 'clock-at-end',
    at: AT,
    item: { ...noticeItem(94, '何德贵'), claimedBy: { staffId: 's-luo', name: '罗文静', until: AT } },
    clock: {
      title: '办完审核确认',
      due: { date: day('2026-11-22'), provisional: false },
      left: 0,
      clauses: [CLOCK_30],
      extension: { workingDays: 45, reasons: ['公示有异议', '人户分离', '异地申办'], clauses: [CLOCK_30] },
    },
  },
  { noticeId: uuid(9402), kind: 'lease-ended', at: AT, item: noticeItem(95, '冉秀兰'), heldBefore: '杨帆' },
];

export const archive = (more: Partial<ArchiveView> = {}): ArchiveView => ({
  archiveId: uuid(9501),
  kind: 'inspection',
  state: 'ready',
  reason: '年度检查',
  total: 61,
  done: 61,
  askedAt: AT,
  readyAt: AT,
  deleteAt: '2026-11-23T09:02:00+08:00',
  parts: [
    { seq: 1, households: 50, bytes: 1_400_000, hash: 'b'.repeat(64) },
    { seq: 2, households: 11, bytes: 300_000, hash: 'c'.repeat(64) },
  ],
  clauses: [cite('JLP53-7-2a', '九龙坡民政〔2025〕53号 七（二）', '每年检查一次')],
  ...more,
});

/** What each endpoint answers where a test says nothing else. */
export const BESIDE: Partial<Record<keyof typeof staffApi, unknown>> = {
  urgentCalls: { items: [], now: AT },
  urgentCall: urgentItem(),
  paymentLists: [paymentList()],
  paymentList: paymentList(),
  paymentLines: {
    items: [
      {
        n: 1,
        caseId: uuid(7001),
        registerNumber: '500107-2019-0381',
        name: '周德明',
        kind: 'subsistence',
        title: '低保',
        amount: 198_000,
        forMonth: '2026-11',
        taper: false,
        account: '0016',
        state: 'to-pay',
      },
    ],
    next: null,
  },
  paymentDifferences: {
    items: [
      {
        caseId: uuid(8101),
        registerNumber: '500107-2026-0118',
        title: '低保',
        what: 'new',
        before: 0,
        after: 83_500,
        cause: { kind: 'run', id: uuid(8001), title: '低保、低保边缘、单人户的申请', on: '2026-10-28' },
      },
    ],
    next: null,
  },
  colleagues: [
    { staffId: 's-luo', name: '罗文静', holds: 4 },
    { staffId: 's-yang', name: '杨帆', holds: 1 },
    { staffId: 's-qin', name: '秦岚', holds: 0 },
  ],
  villages: {
    villages: [
      { name: '柏树社区', households: 38 },
      { name: '马家沟', households: 21 },
      { name: '王家湾', households: 17 },
    ],
    assistants: [{ staffId: 's-he', name: '何丽', villages: ['柏树社区', '马家沟'] }],
  },
  relations: [],
  report: {
    kind: 'inspection',
    title: '年度检查',
    place: '云岭镇人民政府（样例）',
    from: '2026-01-01',
    on: '2026-11-22',
    clauses: [CLOCK_30],
    sections: [
      {
        title: '办理',
        rows: [
          { label: '新申请', value: 31, unit: 'items' },
          { label: '发放', value: 198_000, unit: 'fen' },
          { label: '死亡后三个月内办完', value: null, unit: 'households', note: '没有登记' },
        ],
      },
    ],
    notes: ['栏目是我们定的。'],
  },
  objection: objection(),
  complaint: complaint(),
  complaints: {
    items: [
      {
        complaintId: COMPLAINT_ID,
        number: '云岭 261121-005-K',
        office: '云岭镇',
        about: 'household',
        named: false,
        at: AT,
        state: 'answered',
      },
    ],
    next: null,
  },
  supervisorInbox: { items: NOTICES, more: false },
  decideNotice: { decided: true },
  archives: { items: [archive()] },
  staffReferrals: { items: [], next: null },
  watched: { items: [], next: null },
  roundTies: [],
};
