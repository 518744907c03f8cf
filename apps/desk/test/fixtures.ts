import type { CaseView, CitationView, FindingView, KnownHere, StaffView, WorkItemView } from '@assist/contracts';

/** Invented people and places, in the shapes of the contracts. Tests only: nothing in `src` reads this. */
export const cite = (id: string, label: string, gist: string): CitationView => ({ id, label, gist });
export const uuid = (n: number): string => `018f3a2e-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const HANDLER: StaffView = {
  staffId: 's-luo',
  name: '罗文静',
  role: 'handler',
  office: { id: 'o-yunling', name: '云岭镇人民政府（样例）', district: '九龙坡区' },
};
export const AUDITOR: StaffView = { ...HANDLER, staffId: 's-ren', name: '任远', role: 'auditor' };

export const FIRST_REPLY = cite('desk-first-reply', '我们的约定：第一次回话', '收到之后 3 个工作日内给第一次回话，文件里没有这一条');
export const CLOCK_30 = cite('YM239-3-1b', '渝民〔2022〕239号 三（一）', '自受理起 30 个工作日内办完审核确认');

export function workItem(n: number, more: Partial<WorkItemView> = {}): WorkItemView {
  return {
    workItemId: uuid(n),
    kind: 'application',
    applicationId: uuid(1000 + n),
    number: `云岭 261120-${String(n).padStart(3, '0')}-K`,
    applicantName: '李素芬',
    members: 5,
    state: 'received',
    marks: [],
    receivedAt: '2026-11-20T09:12:00+08:00',
    step: { title: '第一次回话', due: { date: '2026-11-25' as never, provisional: false }, left: 2, clauses: [FIRST_REPLY] },
    total: null,
    ...more,
  };
}

const accepted = (left: number): Partial<WorkItemView> => ({
  state: 'accepted',
  step: {
    title: '启动调查',
    due: { date: '2026-11-26' as never, provisional: false },
    left: 3,
    clauses: [cite('F2-11', '民发〔2021〕57号 第十五条', '受理后 3 个工作日内启动家庭经济状况调查')],
  },
  total: { due: { date: '2027-01-05' as never, provisional: true }, left, workingDays: 30 },
});
const luo = { staffId: 's-luo', name: '罗文静', until: '2026-11-22T18:00:00+08:00' };
const yang = { staffId: 's-yang', name: '杨帆', until: '2026-11-22T18:00:00+08:00' };
const step = (left: number, date: string): WorkItemView['step'] => ({
  ...workItem(0).step,
  left,
  due: { date: date as never, provisional: false },
});

/** In the order the server gives them. */
export const QUEUE: WorkItemView[] = [
  workItem(31, { applicantName: '吴昌明', members: 2, step: step(0, '2026-11-20'), marks: ['urgent'] }),
  workItem(32, { applicantName: '何德贵', members: 1, state: 'opened', step: step(1, '2026-11-23'), claimedBy: luo }),
  workItem(33, { applicantName: '冉秀兰', members: 4, step: step(2, '2026-11-24') }),
  workItem(37, {
    applicantName: '李素芬',
    members: 5,
    state: 'correction-answered',
    step: step(2, '2026-11-24'),
    marks: ['correction-answered', 'other-adults-not-signed'],
    claimedBy: luo,
  }),
  workItem(38, {
    applicantName: '谭明远',
    members: 3,
    state: 'correction-asked',
    step: step(2, '2026-11-24'),
    marks: ['correction-asked'],
    claimedBy: luo,
  }),
  workItem(39, { applicantName: '彭世群', members: 2, state: 'opened', step: step(3, '2026-11-25'), claimedBy: yang }),
  workItem(40, { applicantName: '左金花', members: 3, step: step(3, '2026-11-25'), marks: ['other-adults-not-signed'] }),
  workItem(41, { applicantName: '代成富', members: 1, ...accepted(22), claimedBy: luo }),
  workItem(42, { applicantName: '周德明', members: 4, ...accepted(29) }),
];
export const CONFLICTS: WorkItemView[] = [
  {
    ...workItem(51, {
      kind: 'identity-conflict',
      applicantName: '钱世秀',
      members: 1,
      number: '身份核对 261121-004',
      step: { ...step(1, '2026-11-23'), title: '看证件' },
    }),
    applicationId: undefined,
  },
];

const finding = (
  rule: string,
  title: string,
  verdict: FindingView['verdict'],
  sentence: string,
  more: Partial<FindingView> = {},
): FindingView => ({
  rule,
  title,
  verdict,
  sentence,
  clauses: [cite('YM239-1-4a', '渝民〔2022〕239号 一（四）', '收入和财产都在线内的，认定为低保边缘家庭')],
  numbers: [],
  missing: [],
  children: [],
  ...more,
});

const CITY_STANDARD = cite('YMG6-1', '渝民规〔2025〕6号', '2025 年 7 月起城市低保标准每人每月 770 元');

export const FINDINGS: FindingView[] = [
  finding('subsistence-allowance', '低保', 'not-met', '按写的算，目前够不上，每人每月多出 290 元', {
    clauses: [CITY_STANDARD],
    children: [
      finding('subsistence-allowance/income', '低保，整户收入', 'not-met', '按写的算，目前够不上，每人每月多出 290 元', {
        clauses: [CITY_STANDARD],
        numbers: [
          { name: '人均', text: '1,060 元' },
          { name: '标准', text: '770 元' },
        ],
      }),
      finding('subsistence-allowance/property', '低保，财产', 'unknown', '还没写存款和房子', { missing: ['assets.financial'] }),
    ],
  }),
  finding('marginal-family', '低保边缘', 'for-officer', '收入在线内；有一处要人来定', {
    children: [
      finding('marginal-family/income', '低保边缘，收入', 'met', '在线内，余 95 元', {
        numbers: [
          { name: '人均', text: '1,060 元' },
          { name: '线', text: '1,155 元' },
        ],
      }),
      finding('marginal-family/car', '低保边缘，车辆', 'for-officer', '有一辆小汽车，是不是生活必需，要镇上来看'),
      finding('marginal-family/single', '重残的人，能不能单独算', 'for-officer', '是重度残疾，可以按单人户来看，由镇上定', {
        member: 'm2',
      }),
    ],
  }),
];

const M = (name: string, id: string, more: object): CaseView['form']['members'][number] =>
  ({ id, name, relation: 'other', ...more }) as never;
const fen = (yuan: number): never => (yuan * 100) as never;
const OFFICE = {
  id: 'o-yunling',
  name: '云岭镇人民政府（样例）',
  divisionCode: '500107101' as never,
  district: '九龙坡区',
  live: true,
  phone: '023-0000 0000',
  sample: true,
};
const signed = (
  statement: 'cross-check' | 'truthfulness' | 'sensitive-data',
  memberId: string,
  given = true,
): CaseView['signatures'][number] => ({
  statement,
  version: '2026-11-22',
  hash: 'a'.repeat(64),
  memberId,
  status: given ? 'given' : 'not-yet',
  ...(given && { at: '2026-11-20T09:10:00+08:00' }),
});

export function caseView(more: { item?: Partial<WorkItemView>; state?: KnownHere<CaseView['application']['state']> } = {}): CaseView {
  const state = more.state ?? 'correction-answered';
  const item = workItem(37, { state, claimedBy: luo, marks: ['correction-answered', 'other-adults-not-signed'], ...more.item });
  const applicationId = item.applicationId as string;
  return {
    item,
    applicant: { name: '李素芬', identity: 'claimed', maskedNumber: '5****************X', maskedPhone: '139****0000' },
    application: {
      state,
      receipt: {
        applicationId,
        number: item.number,
        receivedAt: item.receivedAt,
        receivedOn: '2026-11-20' as never,
        office: OFFICE,
        routing: {
          sentence: '家里人的户口和住处都在云岭镇',
          clauses: [cite('YM239-3-3a', '渝民〔2022〕239号 三（三）', '户口和住处在一处的，向那里的镇街申请')],
        },
        firstReplyBy: { date: '2026-11-25' as never, provisional: false },
        next: [{ sentence: '镇上 3 个工作日内给您回话', clauses: [FIRST_REPLY] }],
        members: 5,
        photos: 4,
        notYetSigned: ['张伟'],
      },
      timeline: [
        { at: '2026-11-20T09:12:00+08:00', state: 'received', sentence: '云岭镇已收到' },
        { at: '2026-11-20T10:05:00+08:00', state: 'opened', sentence: '镇上已打开看' },
        { at: '2026-11-20T10:20:00+08:00', state: 'correction-asked', sentence: '请您补 1 样' },
        ...(state === 'correction-asked'
          ? []
          : [{ at: '2026-11-21T16:41:00+08:00', state: 'correction-answered' as const, sentence: '您补的已收到' }]),
        ...(state === 'accepted' ? [{ at: '2026-11-22T09:12:00+08:00', state: 'accepted' as const, sentence: '镇上收下了（受理）' }] : []),
      ],
      holder: { office: OFFICE, clerk: '经办岗' },
      clock:
        state === 'accepted'
          ? {
              acceptedOn: '2026-11-22' as never,
              due: { date: '2027-01-05' as never, provisional: true },
              workingDays: 30,
              used: 0,
              clauses: [CLOCK_30],
            }
          : null,
      corrections: [
        {
          id: uuid(601),
          askedAt: '2026-11-20T10:20:00+08:00',
          items: [
            {
              id: 'i1',
              title: '张伟的收入单子',
              reason: '我们想看看张伟近三个月的工资单或转账记录，拍一张就行',
              evidence: 'income',
              memberId: 'm3',
            },
          ],
          ...(state !== 'correction-asked' && {
            answers: [{ itemId: 'i1', answer: 'photo' as const, words: '工地发的现金，只有工头写的条子', fileIds: [uuid(704)] }],
            answeredAt: '2026-11-21T16:41:00+08:00',
          }),
        },
      ],
    },
    form: {
      formVersion: 1,
      members: [
        M('李素芬', 'm1', {
          relation: 'self',
          birthDate: '1957-03-02',
          livesTogether: true,
          work: 'flexible',
          income: [
            { kind: 'flexible-work', amount: fen(200), per: 'month' },
            { kind: 'basic-pension', amount: fen(1800), per: 'year' },
          ],
          disability: false,
          illness: 'long-term',
          registration: { kind: 'chongqing', divisionCode: '500107101' },
        }),
        M('张国福', 'm2', {
          relation: 'spouse',
          birthDate: '1955-08-19',
          livesTogether: true,
          work: 'cannot-work',
          income: [],
          disability: { category: 'physical', grade: 2 },
          illness: 'serious-recognised',
          bedriddenMonths: 0,
        }),
        M('张伟', 'm3', {
          relation: 'child',
          birthDate: '1983-01-11',
          absence: 'works-elsewhere',
          work: 'employed',
          income: [{ kind: 'wage', amount: fen(4300), per: 'month' }],
          workCosts: fen(300),
          registration: { kind: 'elsewhere', province: '广东' },
        }),
        M('王小梅', 'm4', {
          relation: 'child-in-law',
          birthDate: '1985-06-30',
          livesTogether: true,
          work: 'flexible',
          income: [{ kind: 'flexible-work', amount: fen(800), per: 'month' }],
        }),
        M('张小宇', 'm5', { relation: 'grandchild', birthDate: '2014-09-01', livesTogether: true, schooling: 'compulsory' }),
      ],
      residence: { kind: 'chongqing', divisionCode: '500107101' as never, detail: '柏树社区 3 组 12 号' },
      area: 'urban',
      assets: {
        vehicles: [{ kind: 'car', presentValue: fen(18000), valueEvidence: true }],
        dwellings: [{ squareMetres: 86 }],
        businesses: 0,
      },
      spending: [{ kind: 'medical', amount: fen(23400), member: 'm2' }],
      story: '老张年初住了两次院，儿子在外面打工，家里就靠我卖点菜。',
      photos: [
        { fileId: uuid(701), about: 'medical', memberId: 'm2' },
        { fileId: uuid(702), about: 'medical', memberId: 'm2' },
        { fileId: uuid(703), about: 'disability', memberId: 'm2' },
      ],
      confirmations: [],
    },
    signatures: [
      signed('cross-check', 'm1'),
      signed('cross-check', 'm2'),
      signed('cross-check', 'm3', false),
      signed('cross-check', 'm4'),
      signed('truthfulness', 'm1'),
      signed('sensitive-data', 'm1'),
    ],
    assessment: {
      packageVersion: '2026.11.0',
      assessedOn: '2026-11-20' as never,
      district: '九龙坡区',
      findings: FINDINGS,
      notices: [{ sentence: '2026 年的新标准还没见到，用的是 2025 年 7 月起的', clauses: [CITY_STANDARD] }],
    },
    files: [
      {
        fileId: uuid(701),
        about: 'medical',
        memberId: 'm2',
        bytes: 812_000,
        mediaType: 'image/png',
        receivedAt: '2026-11-20T09:05:00+08:00',
      },
      {
        fileId: uuid(702),
        about: 'medical',
        memberId: 'm2',
        bytes: 1_412_000,
        mediaType: 'image/png',
        receivedAt: '2026-11-20T09:05:30+08:00',
      },
      {
        fileId: uuid(703),
        about: 'disability',
        memberId: 'm2',
        bytes: 640_000,
        mediaType: 'image/png',
        receivedAt: '2026-11-20T09:06:00+08:00',
      },
      {
        fileId: uuid(704),
        about: 'income',
        memberId: 'm3',
        bytes: 900_000,
        mediaType: 'image/png',
        receivedAt: '2026-11-21T16:40:00+08:00',
      },
    ],
    audit: [
      { at: '2026-11-21T16:41:00+08:00', who: '申请人', what: '补来 1 样' },
      { at: '2026-11-20T10:20:00+08:00', who: '罗文静', what: '请补 1 样' },
      { at: '2026-11-20T10:05:00+08:00', who: '罗文静', what: '打开看' },
      { at: '2026-11-20T09:12:00+08:00', who: '申请人', what: '交上来' },
    ],
    ...(state !== 'accepted' && {
      ifAcceptedToday: {
        acceptedOn: '2026-11-22' as never,
        due: { date: '2027-01-05' as never, provisional: true },
        workingDays: 30,
        used: 0,
        clauses: [CLOCK_30],
      },
    }),
  };
}
