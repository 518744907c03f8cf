import type { RunBeside, RunView, WorkItemView } from '@assist/contracts';
import { CLOCK_30, cite, uuid, workItem } from './fixtures.ts';

// An invented cut on its way, in the shape of the contract.

export const RUN_ID = uuid(8001);
const GROUND = cite('JLP53-6-3', '九龙坡民政〔2025〕53号 六（三）', '收入增加仍符合的，减发');
const HEARD = cite('SAL2026-48', '社会救助法 第四十八条', '决定前听取意见，书面说明理由');
const day = (text: string) => text as never;

export const runItem = (more: Partial<WorkItemView> = {}): WorkItemView => ({
  ...workItem(81, {
    kind: 'case-run',
    applicantName: '周德明',
    members: 4,
    number: '500107-2019-0381',
    about: '减发、上一步入户走访',
    subjectId: RUN_ID,
    state: 'to-do',
    ...more,
  }),
  applicationId: undefined,
});

export const runView = (item: WorkItemView, more: Partial<RunView> = {}): RunView => ({
  runId: RUN_ID,
  procedure: 'cut',
  title: '减发',
  district: '500107',
  office: { id: 'o-yunling', name: '云岭镇人民政府（样例）' },
  number: '500107-2019-0381',
  name: '周德明',
  members: 4,
  caseId: uuid(7001),
  openedOn: day('2026-11-10'),
  ended: false,
  events: [
    {
      eventId: uuid(8101),
      title: '开始办理',
      at: '2026-11-10T09:00:00+08:00',
      who: '罗文静',
      event: { kind: 'opened', periodFrom: day('2026-05-20') },
      on: day('2026-11-10'),
      role: 'township',
    },
    {
      eventId: uuid(8102),
      title: '写明理由',
      at: '2026-11-10T09:05:00+08:00',
      who: '罗文静',
      event: { kind: 'ground-named', ground: 'income-or-property-up' },
      on: day('2026-11-10'),
      role: 'township',
    },
  ],
  steps: [
    {
      kind: 'ground-named',
      title: '写明理由',
      by: ['township'],
      mine: true,
      possible: true,
      done: 1,
      missing: [],
      asks: [{ field: 'ground', among: [{ id: 'income-or-property-up', title: '收入或财产增加，仍然符合' }] }],
      clauses: [GROUND],
    },
    {
      kind: 'visited',
      title: '入户走访',
      by: ['township', 'village'],
      mine: true,
      possible: true,
      done: 0,
      missing: [],
      asks: [{ field: 'visit' }],
      clauses: [GROUND],
    },
    {
      kind: 'opinion',
      title: '提出初审意见',
      by: ['township'],
      mine: true,
      possible: false,
      done: 0,
      missing: [
        { sentence: '本核查期内走访过；电话、视频只用于常住外地的人', clauses: [GROUND] },
        { sentence: '决定前要听取意见', clauses: [HEARD] },
      ],
      asks: [{ field: 'proposal' }, { field: 'reason' }],
      clauses: [GROUND],
    },
    {
      kind: 'confirmed',
      title: '确认',
      by: ['district'],
      mine: false,
      possible: false,
      done: 0,
      missing: [{ sentence: '公示满 7 天', clauses: [GROUND] }],
      asks: [{ field: 'reason' }, { field: 'clauses' }],
      clauses: [GROUND],
    },
  ],
  clocks: [{ id: 'decision', title: '办完审核确认', due: { date: day('2027-01-05'), provisional: true }, left: 22, clauses: [CLOCK_30] }],
  paid: { benefits: [{ kind: 'subsistence', amount: 198000 as never }] },
  item,
  notes: ['待遇资格认证不是理由，也不是其中任何一步。'],
  ...more,
});

/** What stands beside it: nothing asked elsewhere, and what the household sees on the phone. */
export const runBeside = (more: Partial<RunBeside> = {}): RunBeside => ({
  alerts: [],
  checks: [],
  referrals: [],
  meetings: [],
  followed: [],
  targets: [],
  unsigned: [],
  shown: {
    runId: RUN_ID,
    title: '减发',
    number: '500107-2019-0381',
    openedOn: day('2026-11-10'),
    ended: false,
    office: {
      id: 'o-yunling',
      name: '云岭镇人民政府（样例）',
      divisionCode: '500107' as never,
      district: '九龙坡区',
      live: true,
      phone: '023-00000000',
    },
    caseId: uuid(7001),
    standing: { sentence: '镇上正在核实，还没有决定。', clauses: [GROUND] },
    ground: { sentence: '因为收入增加，仍然符合。', clauses: [GROUND] },
    heard: { possible: true, sentence: { sentence: '定以前先听您怎么说。', clauses: [HEARD] }, said: [] },
    objections: { possible: false, sentence: { sentence: '公示的时候可以提意见。', clauses: [HEARD] }, own: [] },
    remedies: [{ sentence: '不同意决定，可以申请复议。', clauses: [HEARD] }],
    same: { sentence: '决定以前，每月的钱照发。', clauses: [HEARD] },
    steps: [{ title: '写明理由', on: day('2026-11-10') }],
  },
  ...more,
});

const AS: RunView['mayHandleAs'] = [
  { procedure: 'application', title: '低保、低保边缘、单人户的申请' },
  { procedure: 'application/destitute', title: '特困供养的申请' },
  { procedure: 'application/rigid-expenditure', title: '刚性支出困难家庭的认定' },
];

/** It goes by the rules of one; the others may still be chosen. */
export function handledAs({ procedure }: { readonly procedure: string }, run: Partial<RunView> = {}): Partial<RunView> {
  const destitute = {
    id: 'destitute/opinion',
    title: '提出特困初审意见',
    due: { date: day('2026-12-11'), provisional: false },
    left: 14,
    clauses: [cite('DESTITUTE2021-13', '特困人员认定办法 第十三条', '受理起 15 个工作日提出初审意见')],
  };
  return {
    ...run,
    procedure,
    title: AS?.find((one) => one.procedure === procedure)?.title ?? '',
    mayHandleAs: AS?.filter((one) => one.procedure !== procedure),
    ...(procedure === 'application/destitute' && { clocks: [destitute] }),
  };
}

/** An application of which the township has still to say by whose rules it goes. */
export const APPLIED: Partial<RunView> = handledAs({ procedure: 'application' });
