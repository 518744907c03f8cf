import type { WorkState } from '@assist/contracts';
import { EVENTS, LIFE_EVENTS, procedure } from '@assist/policy-chongqing';
import type { WorkItemRow } from './item-view.ts';

type SubjectKind = Exclude<WorkItemRow['kind'], 'application' | 'identity-conflict'>;

/** What a clerk does next with each kind of item, by its state, and the clauses it rests on. */
export const SUBJECT_STEPS: Readonly<
  Record<SubjectKind, { readonly title: Partial<Record<WorkState, string>>; readonly clauses: readonly string[] }>
> = {
  change: {
    title: { received: '打开看变化', opened: '核实，写初步意见', opinion: '初步意见已记，等走程序', settled: '办结了' },
    clauses: ['YM239-4-5b', 'SAL2026-46'],
  },
  visit: { title: { 'to-do': '定哪天、谁去', arranged: '按约好的去', done: '去过了' }, clauses: ['JLP53-5-5c'] },
  evidence: { title: { 'to-do': '看视频或照片', done: '看过了' }, clauses: ['JLP53-5-5b'] },
  'application-run': { title: { 'to-do': '做下一步', done: '办完了' }, clauses: ['MCA57-15', 'YM239-3-1a'] },
  'case-run': { title: { 'to-do': '做下一步', done: '办完了' }, clauses: ['MCA57-31'] },
  alert: { title: { 'to-do': '上门看、研判', done: '有结果了' }, clauses: ['JLP53-5-4a', 'YMF12-6a'] },
  objection: {
    title: { 'to-do': '打开看，核实', opened: '核实，写回复', done: '回复了' },
    clauses: ['MCA57-19', 'SAL2026-68'],
  },
  complaint: {
    title: { 'to-do': '打开看，核查', opened: '核查，写回复', done: '回复了' },
    clauses: ['JLP53-7-1b', 'MCA57-37', 'SAL2026-68'],
  },
  urgent: { title: { 'to-do': '回电话', done: '有结果了' }, clauses: ['YMF12-14a', 'YMF12-14b'] },
  door: { title: { 'to-do': '看入户带回来的，接着办', done: '看过了' }, clauses: ['JLP53-5-3a', 'JLP53-7-1a'] },
  referral: { title: { 'to-do': '问一问转介办到哪了', done: '问过了' }, clauses: ['JLP53-6-6b', 'JLP53-6-6e'] },
  meeting: { title: { 'to-do': '开会商量，写下定了什么', done: '定了' }, clauses: ['YMF12-7d', 'YM239-2-4d'] },
  account: { title: { 'to-do': '请这家补一个收款账户', done: '有账户了' }, clauses: ['MCA57-21'] },
  signal: { title: { 'to-do': '看一眼，写明怎么回事', done: '看过了' }, clauses: ['JLP53-5-4a'] },
};

const ABOUT_WORDS: Readonly<Record<string, string>> = {
  'authentication-due': '该见一面了',
  'asked-for-visit': '居民约的',
  'after-two-tries': '刷脸没认出来，请人去',
  'nobody-reached': '几种办法都没联系上',
  'papers-unanswered': '请补的材料还没有回音',
  'papers-to-check': '微信那边对不上证件，请人核一下',
  'seen-visit-instead': '看过视频或照片，还想当面见一见',
  'video-or-photo': '视频或照片，请人看一看',
  'guardian-photo': '监护人刷过脸，拍了现场照片',
  'said-to-receive': '说在领，档上没找到',
  'one-phone-many-people': '一部手机替好几个人认证',
  'many-in-a-minute': '一会儿工夫来了好几个',
  'one-day-contradicting': '同一天说得不一样',
  'died-on-record': '档上说可能已过世，或已离开这一户',
  'name-differs': '名字和档上不一样',
  'nothing-changed': '都没变',
  'about-household': '说有人不该领救助',
  'wants-to-apply': '想申请',
  wishes: '想要别的帮助',
  note: '有话带回来',
  photos: '有照片',
  'door-not-agreed': '居民说没同意',
  'nobody-home': '家里没人',
  'relay-refused': '家里有大人暂时不签授权，去问一问，写明理由再往下办',
  'relay-unreachable': '家里有大人联系不上，写明理由再往下办',
  'relay-at-counter': '不方便自己签授权，两人当面记',
  'relay-to-confirm': '授权要问一下是不是本人签的',
  'not-agreed': '本人说没同意，请问清楚',
  'check-disputed': '本人说核对的不对',
  'urgent-long-ago': '早先的求助认成了申请，日子请看',
  illness: '住院大病',
  'no-food-or-shelter': '断粮、没住处',
  disaster: '遭灾出事',
  other: '急事求助',
  'referral-asked': '问过要不要转介，还没有回音',
  'referral-agreed': '同意转介了，还没有送出',
  'referral-sent': '转介送出了，还没有下文',
  'no-account': '没有收款账户，钱先留着',
  'money-came-back': '发的钱退回来了，下一份清单再发',
  'joint-meeting': '等联席会议商量',
};

/** What an item is about, in a few words: life events by their titles, everything else from the list above. */
export function aboutOf(row: WorkItemRow): string {
  return row.about.map((id) => ABOUT_WORDS[id] ?? wordsOf(id)).join('、');
}

/** A life event, a procedure or an event of one, by its title in the policy package. */
const wordsOf = (id: string): string =>
  LIFE_EVENTS.find((event) => event.id === id)?.title ??
  procedure(id)?.title ??
  (Object.hasOwn(EVENTS, id) ? `上一步${EVENTS[id as keyof typeof EVENTS]}` : '');
