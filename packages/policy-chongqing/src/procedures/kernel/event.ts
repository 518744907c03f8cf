import type { CivilDate } from '@assist/policy';
import type { GroundId } from '../change/grounds.ts';
import type { ExtensionReason } from '../clocks/extension.ts';

/** Who may act. Nobody acts for two of them in one case where a step asks for another person. */
export type Role = 'resident' | 'village' | 'township' | 'other-township' | 'district';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  resident: '居民或代办人',
  village: '村社',
  township: '镇街',
  'other-township': '居住地镇街',
  district: '区县民政局',
};

/**
 * Everything that can be put on record in a procedure. The list is closed, and whether somebody authenticated is not on it:
 * no step can ask for it, and no step can be reached by it.
 */
export const EVENTS = {
  opened: '开始办理',
  sent: '提交申请',
  accepted: '受理',
  'correction-asked': '一次性告知要补的材料',
  'correction-answered': '补了材料或说明没有',
  promised: '书面承诺代替证明',
  authorised: '签了核对授权',
  'village-reviewed': '村社评议',
  'check-requested': '提请核对',
  'check-done': '核对完成',
  'check-read': '核对结果已看',
  doubted: '核对有疑问',
  'doubt-settled': '疑问已核实',
  visited: '入户走访',
  'relative-registered': '近亲属登记备案',
  extended: '延长期限',
  'joint-meeting': '镇街联合会议研判',
  opinion: '提出初审意见',
  'notice-posted': '公示',
  objected: '收到异议',
  'objection-answered': '异议已回复',
  'neighbours-asked': '民主评议或问邻里',
  forwarded: '报区县',
  sampled: '随机抽查',
  confirmed: '确认',
  refused: '不予确认',
  'letter-delivered': '书面决定送达',
  published: '公布',
  'ground-named': '写明理由',
  heard: '听取了意见',
  'tried-to-hear': '联系过、没联系上',
  'family-heard': '听取了家属意见',
  'no-family-found': '查过，没有家属',
  'takes-effect': '金额变动生效',
  'closed-unchanged': '结束，不变',
  concluded: '得出结论',
  judged: '综合研判',
  'small-sum-paid': '先给小额救助',
  'small-sum-seen': '另一个人看过这一笔',
  'explained-after': '事后补充说明',
  paid: '发放',
  'transfer-offered': '说明可以转入哪一类',
  consented: '本人同意',
  transferred: '转入认定程序',
  watched: '纳入监测',
  'death-verified': '核实死亡',
  'absence-verified': '核实这个人不在家里',
  recounted: '去掉这个人，重新核算全家',
  settled: '办完手续',
  'looked-into': '核查',
  answered: '反馈结果',
} as const;

export type EventKind = keyof typeof EVENTS;

/** How a visit was made; phone and video only where the person lives elsewhere (JLP53-5-3c). */
export type VisitWay = 'at-home' | 'entrusted' | 'phone' | 'video';

/** One thing on record. Staff and people appear by opaque ids only. */
export interface CaseEvent {
  readonly kind: EventKind;
  readonly on: CivilDate;
  readonly role: Role;
  /** Opaque id of who did it; needed where another person has to confirm. */
  readonly by?: string;
  /** Of `opened`: first day of the review period the case falls in. */
  readonly periodFrom?: CivilDate;
  readonly visit?: { readonly people: number; readonly way: VisitWay; readonly livesElsewhere?: boolean };
  readonly ground?: GroundId;
  /** Reason in words. */
  readonly reason?: string;
  /** Clauses the act rests on, as the letter names them. */
  readonly clauses?: readonly string[];
  /** The letter says where and by when to ask for reconsideration or go to court. */
  readonly remedies?: boolean;
  /** Of `objected` and `objection-answered`: which objection. */
  readonly objection?: string;
  /** Of `extended`: for which of the clause's reasons. */
  readonly extension?: ExtensionReason;
  /** Of `visited`: what the survey report says something about. */
  readonly surveyed?: readonly string[];
  /** Of `judged`: what was looked at. */
  readonly looked?: readonly ('work' | 'health' | 'living')[];
  /** Of `small-sum-paid`: what was given, in fen. */
  readonly amount?: number;
  /** Of `concluded`: the conclusion. */
  readonly conclusion?: string;
}
