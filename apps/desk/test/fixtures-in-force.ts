import type {
  AssistantView,
  AuthenticationItem,
  AuthenticationView,
  CaseFile,
  ChangeCase,
  ChangeEffect,
  ImportView,
  OfficeView,
  WorkItemView,
} from '@assist/contracts';
import { cite, FIRST_REPLY, uuid, workItem } from './fixtures.ts';

// Invented people who already receive something, in the shapes of the contracts.

const OFFICE: OfficeView = {
  id: 'o-yunling',
  name: '云岭镇人民政府（样例）',
  divisionCode: '500107001' as never,
  district: '九龙坡区',
  live: true,
  sample: true,
};
const TAPER = cite('YM239-1-3b', '渝民〔2022〕239号 一（三）', '超过标准、低于 1.5 倍的，六个月里照发');
const NO_AUTHENTICATION_STOPS = cite('JLP53-6-4', '九龙坡民政〔2025〕53号 六（四）', '停发的情形里没有“没认证”');
const day = (text: string) => text as never;
const CASE_ID = uuid(7001);
export const AUTHENTICATION_ID = uuid(7301);
export const CHANGE_ID = uuid(7101);

const changeItem = (more: Partial<WorkItemView> = {}): WorkItemView => ({
  ...workItem(71, {
    kind: 'change',
    applicantName: '周敏',
    members: 4,
    number: '云岭 261121-012-P',
    about: '工资涨了',
    subjectId: CHANGE_ID,
    caseId: CASE_ID,
    step: {
      title: '核实，写初步意见',
      due: { date: day('2026-11-26'), provisional: false },
      left: 3,
      clauses: [cite('YM239-4-5b', '渝民〔2022〕239号 四（五）', '有变化要告诉镇街')],
    },
    ...more,
  }),
  applicationId: undefined,
});
export const visitItem = (more: Partial<WorkItemView> = {}): WorkItemView => ({
  ...workItem(72, {
    kind: 'visit',
    applicantName: '何秀英',
    members: 1,
    number: '',
    about: '刷脸没认出来，请人去',
    subjectId: uuid(7201),
    caseId: CASE_ID,
    state: 'to-do',
    step: {
      title: '定哪天、谁去',
      due: { date: day('2026-11-27'), provisional: false },
      left: 4,
      clauses: [cite('JLP53-5-5c', '九龙坡民政〔2025〕53号 五（五）', '行动不便的，上门认证')],
    },
    ...more,
  }),
  applicationId: undefined,
});
export const IN_FORCE: WorkItemView[] = [changeItem({ marks: ['contradicts'] }), visitItem()];

export const EFFECT: ChangeEffect = {
  event: 'wage-up',
  title: '工资涨了',
  outcome: 'taper',
  goodNews: false,
  amountBefore: 198000 as never,
  amountAfter: 198000 as never,
  taperMonths: ['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'],
  sentence: { sentence: '不会马上停：这六个月是渐退期，照发每月 1,980 元。', clauses: [TAPER] },
  working: [{ title: '4 口人，每人', text: '1,075 元' }],
  referrals: [],
  missing: [],
};

export const caseFile = (more: Partial<CaseFile> = {}): CaseFile => ({
  caseId: CASE_ID,
  registerNumber: '500107-2019-0381',
  office: OFFICE,
  area: 'urban',
  village: '柏树社区',
  members: [
    {
      memberId: 'm1',
      name: '周德明',
      relation: 'self',
      maskedNumber: '5***********1',
      authentication: {
        state: 'met',
        due: day('2027-09-05'),
        counted: { contact: 'window-with-card', on: day('2026-09-05'), sentence: '9月5日在镇上见过面' },
        sentence: { sentence: '今年见过您了，现在什么都不用做。', clauses: [NO_AUTHENTICATION_STOPS] },
      },
      claimed: true,
    },
    {
      memberId: 'm2',
      name: '何秀英',
      relation: 'parent',
      authentication: {
        state: 'visit-to-arrange',
        due: day('2026-11-01'),
        sentence: { sentence: '有一阵没见到您了，工作人员会联系您。钱照发。', clauses: [NO_AUTHENTICATION_STOPS] },
      },
      claimed: false,
    },
  ],
  benefits: [{ kind: 'subsistence', title: '低保', amount: 198000 as never, since: day('2019-05-01') }],
  lastReview: day('2026-05-20'),
  nextReview: {
    due: { date: day('2026-11-30'), provisional: false },
    sentence: { sentence: '半年核查一次。', clauses: [cite('JLP53-4-2', '九龙坡民政〔2025〕53号 四（二）', '其余的半年核查一次')] },
  },
  events: [
    { at: '2026-11-22T08:00:00+08:00', kind: 'registered', sentence: '名单里送来', who: '黄春兰' },
    {
      at: '2026-11-22T08:30:00+08:00',
      kind: 'authentication-counted',
      sentence: '周德明：认证好了',
      who: '居民',
      subjectId: AUTHENTICATION_ID,
    },
    { at: '2026-11-22T09:00:00+08:00', kind: 'change-told', sentence: '报了变化', who: '居民', subjectId: CHANGE_ID },
  ],
  sources: [cite('JLP53-5-5a', '九龙坡民政〔2025〕53号 五（五）', '提倡认证，没有写多久一次')],
  ...more,
});

export const changeCase = (item: WorkItemView): ChangeCase => ({
  item,
  change: {
    receipt: {
      changeId: CHANGE_ID,
      number: item.number,
      toldAt: '2026-11-21T20:10:00+08:00',
      toldOn: day('2026-11-21'),
      office: OFFICE,
      told: ['工资涨了'],
      by: '本人',
      happenedOn: day('2026-11-04'),
      nthDay: 18,
      goodFor: { sentence: '证明您已经说过。', clauses: [cite('YM239-4-5c', '渝民〔2022〕239号 四（五）', '超过三个月没说的，可以提醒')] },
      next: [],
      firstReplyBy: { date: day('2026-11-26'), provisional: false },
      photos: 0,
    },
    state: item.state === 'opened' || item.state === 'opinion' ? item.state : 'received',
    effects: [EFFECT],
    timeline: [{ at: '2026-11-21T20:10:00+08:00', state: 'received', sentence: '镇上已收到' }],
    holder: { office: OFFICE },
    passOn: false,
  },
  form: {
    formVersion: 1,
    caseId: CASE_ID,
    reporter: { as: 'self' },
    changed: [
      {
        event: 'wage-up',
        happenedOn: day('2026-11-04'),
        member: 'm1',
        income: [{ kind: 'wage', amount: 320000 as never, per: 'month' }],
      },
    ],
    photos: [],
  },
  reporter: { name: '周敏', identity: 'verified', maskedPhone: '****8821' },
  caseFile: caseFile(),
  beside: {
    assessedOn: day('2026-11-21'),
    packageVersion: '2026.11.2',
    before: [],
    after: [],
    differs: [{ title: '家里每月收入', before: '1,100 元', after: '4,300 元' }],
  },
  contradicts: [{ changeId: uuid(7102), number: '云岭 261121-013-C', sentence: '同一天，家里另一位报的是工资没变。' }],
  actions: [
    { id: 'settle', possible: false, sentence: '这一件关系到钱，不能在这里直接办结。', clauses: ['JLP53-6-5b'] },
    { id: 'opinion', possible: true, sentence: '写下初步意见，钱不在这里变。', clauses: ['JLP53-6-5b'] },
  ],
  settlements: [],
  opinions: [
    { outcome: 'taper', title: '渐退期，金额先不变', grounds: [], steps: ['进渐退期台账'] },
    {
      outcome: 'less',
      title: '可能减少',
      grounds: [
        {
          id: 'income-or-property-up',
          title: '收入或财产增加，仍然符合',
          clauses: [cite('JLP53-6-3', '九龙坡民政〔2025〕53号 六（三）', '收入增加仍符合的，减发')],
        },
      ],
      steps: ['本核查期内上门', '听本人说', '公示 7 天', '区里定', '书面告诉'],
    },
  ],
  files: [],
  audit: [{ at: '2026-11-21T20:10:00+08:00', who: '居民', what: '报变化' }],
});

export const authenticationItem = (item: WorkItemView): AuthenticationItem => ({
  item,
  who: { name: '何秀英', maskedNumber: '5***********4', caseId: CASE_ID, memberId: 'm2' },
  visit: {
    visitId: uuid(7201),
    state: 'asked',
    whoName: '何秀英',
    where: 'home',
    office: OFFICE,
    visitors: [],
    bring: [],
    sentence: { sentence: '等工作人员约日子。', clauses: [FIRST_REPLY] },
    address: '柏树社区 3 组',
    phone: '13800000000',
    note: '耳朵不好，敲门重一点',
    why: 'after-two-tries',
  },
  tries: [{ at: '2026-11-20T10:00:00+08:00', channel: '微信', outcome: '没送到' }],
  sources: [NO_AUTHENTICATION_STOPS],
});

export const importView = (more: Partial<ImportView> = {}): ImportView => ({
  importId: uuid(7301),
  state: 'checked',
  fileName: '2026年11月低保名单.csv',
  encoding: 'gb18030',
  by: '罗文静',
  at: '2026-11-22T10:00:00+08:00',
  rows: 812,
  done: 0,
  would: { add: 3, change: 2, same: 340, missing: 1 },
  problems: [{ row: 17, column: '身份证号', sentence: '最后一位对不上，请再看一下。' }],
  problemCount: 1,
  changes: [{ registerNumber: '500107-2019-0381', sentence: '每月 1,980 元改为 2,050 元' }],
  ...more,
});

export const ASSISTANT: AssistantView = {
  accountId: uuid(7401),
  name: '邓大姐',
  namedBy: '罗文静',
  namedAt: '2026-11-20T09:00:00+08:00',
};

export const authenticationView = (authenticationId: string): AuthenticationView => ({
  authenticationId,
  number: '云岭 261122-003-R',
  state: 'counted',
  whoName: '周德明',
  contact: 'visit',
  on: day('2026-11-22'),
  at: '2026-11-22T10:32:00+08:00',
  office: OFFICE,
  by: '工作人员 罗文静 黄春兰',
  nextDue: day('2027-11-22'),
  sentence: { sentence: '11月22日上门见到，已算今年认证。现在什么都不用做。', clauses: [NO_AUTHENTICATION_STOPS] },
});
