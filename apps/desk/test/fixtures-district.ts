import type { CertificateView, StaffView, staffApi } from '@assist/contracts';
import { cite, HANDLER, uuid } from './fixtures.ts';

// Invented answers of the pages of the district's bureau and of those beside the month's lists, in the shapes of the contracts.

export const CONFIRMER: StaffView = { ...HANDLER, staffId: 's-tang', name: '唐明', role: 'confirmer' };
const AT = '2026-11-22T09:02:00+08:00';
export const STANDARD_RUN_ID = uuid(9601);
const standard = {
  from: '2025-07-01',
  urban: 77_000,
  rural: 63_000,
  before: { from: '2024-09-01', urban: 75_000, rural: 61_000 },
  clauses: [cite('YMG25-6', '渝民规〔2025〕6号', '低保标准')],
  assumed: false,
};
const standardRun = {
  standardRunId: STANDARD_RUN_ID,
  office: { id: 'o-yunling', name: '云岭镇人民政府（样例）' },
  standard,
  startedAt: AT,
  startedBy: '秦岚',
  ready: true,
  counts: { raise: 38, same: 11, lower: 2, person: 4 },
  notes: [
    {
      sentence: '要加的走增发：意见、公示、确认、生效，一步不少。',
      clauses: [cite('JLP53-6-2', '九龙坡民政〔2025〕53号 六（二）', '增发怎么走')],
    },
  ],
};
const proposal = (n: number, name: string, more: object) => ({
  caseId: uuid(9610 + n),
  office: '云岭镇人民政府（样例）',
  registerNumber: `500107-2019-03${81 + n}`,
  name,
  members: 2,
  outcome: 'raise',
  paid: 150_000,
  amount: 154_000,
  runId: uuid(9620 + n),
  standing: '等提意见',
  ...more,
});
export const certificate = (more: Partial<CertificateView> = {}): CertificateView => ({
  certificateId: uuid(9701),
  face: {
    holder: '周德明',
    maskedNumber: '5****************1',
    benefits: [{ title: '低保', since: '2019-05-01' as never }],
    office: '云岭镇人民政府（样例）',
    issuedOn: '2026-11-22' as never,
    validUntil: '2026-11-28' as never,
  },
  code: 'K7MT4QWXAB',
  state: 'valid',
  sentence: { sentence: '把这个码给要看的人，他只看得到证明上写的。', clauses: [cite('SAL2026-11', '社会救助法 第十一条', '信息保密')] },
  checks: 0,
  ...more,
});

const once = (n: number, name: string, more: object) => ({
  paymentId: uuid(9800 + n),
  caseId: uuid(7001),
  runId: uuid(9820 + n),
  number: `云岭 26112${n}-002-K`,
  name,
  kind: 'small-sum',
  title: '先给的小额',
  amount: 100_000,
  on: '2026-11-20',
  given: { who: '罗文静', at: '2026-11-20T15:10:00+08:00' },
  settled: false,
  ...more,
});

/** What each endpoint answers where a test says nothing else. */
export const DISTRICT: Partial<Record<keyof typeof staffApi, unknown>> = {
  standards: {
    inForce: standard,
    unknown: {
      sentence: '2026 年的标准还没有查到。',
      clauses: [cite('assumed', '我们的约定', '没有查到的照实说')],
    },
    runs: [standardRun],
    mayStart: true,
  },
  startStandardRun: standardRun,
  standardRun: {
    run: standardRun,
    items: [
      proposal(1, '周德明', { next: 'opinion' }),
      proposal(2, '冉秀兰', { next: 'opinion', members: 1, paid: 77_000, amount: 79_000 }),
      proposal(3, '何德贵', { standing: '公示到 11月28日' }),
    ],
    next: null,
  },
  moveTargets: [
    { officeId: 'o-a', name: '石桥铺街道办事处' },
    { officeId: 'o-b', name: '谢家湾街道办事处' },
  ],
  oneTimePayments: [
    once(1, '吴大贵', {}),
    once(2, '陈桂英', {
      kind: 'temporary',
      title: '临时救助',
      amount: 260_050,
      on: '2026-11-18',
      seen: { who: '秦岚', at: '2026-11-21T09:30:00+08:00' },
      settled: true,
    }),
  ],
  printCertificate: certificate(),
};
