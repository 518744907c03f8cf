import { BLACK_OUT_REASON_NAMES, ITEM_NOTE_NAMES } from '@assist/contracts';
import { EVENTS, PROCEDURES } from '@assist/policy-chongqing';
import type { AuditAction } from './record.ts';

/** Every kind of thing something was done to. */
const OBJECTS = {
  account: '居民账户',
  alert: '预警',
  answer: '补来的材料',
  application: '申请',
  archive: '导出的档案',
  authentication: '认证',
  case: '在册的一户',
  'case-file': '一户一档',
  certificate: '救助证明',
  change: '变化报告',
  'check-question': '核对异议',
  complaint: '举报或投诉',
  'contact-change': '换电话或银行卡',
  'contact-code': '验证码',
  correction: '补来的材料',
  'cross-check': '核对',
  door: '入户',
  draft: '草稿',
  'face-check': '刷脸',
  file: '照片或文件',
  helper: '帮忙的人',
  meeting: '联席会议',
  objection: '异议',
  office: '本镇街',
  'payment-list': '发放清单',
  'payments-once': '一次性发放',
  'person-search': '找人',
  procedure: '程序',
  'procedure-event': '程序的一步',
  referral: '转介',
  'register-import': '在册名单',
  relation: '近亲属备案',
  'relay-ask': '授权',
  'round-tie': '协理员的手机',
  signal: '要看一眼的一处',
  staff: '工作人员',
  'standard-run': '按新标准重算',
  statement: '决定前说的话',
  'supervisor-notice': '给负责人的提醒',
  urgent: '急事求助',
  'urgent-call': '急事求助',
  'verification-code': '核身码',
  visit: '上门',
  'work-item': '队列里的一件',
} as const;
export type AuditObject = keyof typeof OBJECTS;

/** The end of an id tells two things of a kind apart; its beginning is the hour in which it was made. */
const SHOWN_OF_ID = 8;

/** What it was done to, as an auditor reads it. */
export function objectInWords(kind: string, id: string): string {
  const name = OBJECTS[kind as AuditObject] ?? kind;
  return kind === 'office' ? name : `${name} ${idInWords(id)}`;
}

export const idInWords = (id: string): string => (/^[0-9a-f-]{36}$/.test(id) ? `…${id.slice(-SHOWN_OF_ID)}` : id);

/** Results that are codes of ours; the rest (days, numbers, names) is said as it was written. */
const RESULTS: Readonly<Record<string, string>> = {
  done: '做了',
  ...ITEM_NOTE_NAMES,
  ...BLACK_OUT_REASON_NAMES,
  ...EVENTS,
  ...Object.fromEntries(PROCEDURES.map(({ id, title }) => [id, title])),
  refused: '没对上',
  signed: '签了',
  'to-confirm': '要问过本人',
  'at-counter': '到窗口签',
  unreachable: '联系不上',
  waiting: '还在等',
  met: '见到了',
  'not-met': '没见到',
  reached: '说上话了',
  'no-answer': '没人接',
  'wrong-number': '号码不对',
  'not-there': '没见到',
  face: '刷脸',
  paper: '看了证件',
  code: '用了核身码',
  counted: '算一次认证',
  'looked-visit-instead': '改为上门',
  joined: '并进已有的一件',
  new: '新的一件',
  'half-year': '半年报送',
  inspection: '年度检查',
  household: '一户',
  'looked-into': '核查',
  answered: '回复',
  'identity-provider': '统一登录那边退出的',
  'clock-near': '快到期限',
  'clock-at-end': '到了期限',
  'lease-ended': '到时没办',
  'urgent-late': '急事过了时间',
};
/** Where the same code means something else. */
const RESULTS_OF: Partial<Record<AuditAction, Readonly<Record<string, string>>>> = {
  'relay-way-said': { refused: '不签' },
  'urgent-ended': {
    'small-sum': '先给小额救助',
    temporary: '走临时救助',
    application: '帮着申请',
    referred: '转给该管的地方',
    told: '说清楚了',
    'not-reached': '一直联系不上',
  },
  'standard-worked-out': { raise: '要加', same: '不变', lower: '会少，由人看', person: '算不出，由人看' },
  'delivery-mended': {
    'no-receipt': '没有回执',
    unchecked: '没有查过',
    'not-told': '没有告诉本人',
    'no-item': '没有排进队列',
    'no-lane': '没有排进队列',
    'not-shown': '没有显示出来',
    'answer-gone': '答复不见了',
  },
};

/** How it ended, as an auditor reads it. */
export const resultInWords = (action: string, result: string): string =>
  RESULTS_OF[action as AuditAction]?.[result] ?? RESULTS[result] ?? result.replace(/^part (\d+)$/, '第 $1 份');
