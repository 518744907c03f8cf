import type { MessageKind } from '@assist/contracts';
import { type CivilDate, type Fen, yuanText } from '@assist/policy';
import type { TemplateAbout } from '../channel/ports.ts';

/** What each kind of message is made with. Sealed; it never leaves by text message, voice or a subscribe message. */
export interface MessageParams {
  'application-received': { readonly office: string };
  'correction-asked': { readonly office: string };
  'application-accepted': { readonly office: string };
  'change-received': { readonly office: string };
  'change-opinion': { readonly office: string };
  'change-settled': { readonly office: string };
  'authentication-counted': { readonly who: string; readonly on: CivilDate; readonly how: string; readonly nextDue?: CivilDate };
  'authentication-by-helper': { readonly who: string; readonly on: CivilDate; readonly by: string };
  'authentication-due': { readonly who?: string; readonly due: CivilDate };
  'visit-arranged': {
    readonly office: string;
    readonly who: string;
    readonly day: CivilDate;
    readonly half?: 'morning' | 'afternoon';
    readonly where: 'home' | 'village' | 'office' | 'phone' | 'video';
    readonly visitors: readonly string[];
  };
  'contact-change': { readonly what: 'phone' | 'bank'; readonly from: CivilDate };
  'decision-opinion': { readonly office: string };
  'decision-notice': { readonly office: string };
  'decision-confirmed': { readonly office: string };
  'decision-refused': { readonly office: string };
  'decision-letter': { readonly office: string };
  'decision-effect': { readonly office: string };
  'clock-extended': { readonly office: string; readonly by: CivilDate; readonly why: string };
  'case-moved': { readonly from: string; readonly to: string; readonly phone?: string };
  'standard-raised': {
    readonly office: string;
    readonly standardFrom: CivilDate;
    readonly before: Fen;
    readonly after: Fen;
    readonly from: CivilDate;
    readonly source: string;
  };
  'decision-due-soon': { readonly office: string; readonly by: CivilDate; readonly what: string };
  'decision-due': { readonly office: string; readonly by: CivilDate; readonly what: string };
  'objection-answered': { readonly office: string };
  'voice-answered': { readonly office: string };
  'taper-begun': { readonly office: string; readonly from: CivilDate; readonly until: CivilDate };
  'taper-ending': { readonly office: string; readonly until: CivilDate };
  'signed-in-your-name': { readonly who: string; readonly applicant: string; readonly on: CivilDate; readonly how: string };
  'helper-acted': { readonly helper: string; readonly on: CivilDate; readonly what: string };
  'helped-told': { readonly person: string; readonly what: string };
  'door-recorded': { readonly office: string };
  'door-answered': { readonly office: string };
  'helper-changed': { readonly helper: string; readonly what: 'accepted' | 'stopped' | 'frozen' };
  paid: { readonly office: string; readonly months: readonly string[]; readonly amount: Fen; readonly account: string };
  'account-needed': { readonly office: string; readonly bounced: boolean };
  'given-once': { readonly office: string; readonly on: CivilDate; readonly amount: Fen; readonly small: boolean };
  'referral-asked': { readonly office: string; readonly what: string };
  'referral-sent': { readonly office: string; readonly what: string };
  'referral-ended': { readonly office: string; readonly what: string };
  'check-answered': { readonly office: string };
  'check-dispute-answered': { readonly office: string };
  'not-kept-whole': {
    readonly office: string;
    readonly on: CivilDate;
    readonly what: 'photo' | 'sound' | 'change' | 'application' | 'number';
  };
}

interface Words<K extends MessageKind> {
  /** At most 20 characters, without anything personal: it shows on a locked screen. */
  readonly title: string;
  readonly sentence: (params: MessageParams[K]) => string;
  readonly clauses: readonly string[];
  /** Declared assumption of ours that it rests on too. */
  readonly assumption?: string;
  /** The subscribe message that carries it. */
  readonly about: TemplateAbout;
  /**
   * `ladder`: it climbs until the person was met, or a visit is a task. Otherwise the channels, the next one where one does not arrive;
   * after the last it lies in the inbox.
   */
  readonly reach: 'ladder' | readonly ('wechat' | 'text')[];
}

const dayText = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
const HALVES = { morning: '上午', afternoon: '下午' } as const;
const PLACES = { home: '到您家', village: '在村社', office: '在镇街', phone: '打电话', video: '视频' } as const;
const CONTACTS = { phone: '手机号', bank: '收钱的账号' } as const;

const NOT_KEPT: Readonly<Record<MessageParams['not-kept-whole']['what'], (office: string, on: string) => string>> = {
  photo: (office, on) =>
    `您${on}交给${office}的照片，有一张我们没存好，打不开了，是我们的问题。您的事照样办。原件请先留着，${office}会找您再拍一张。`,
  sound: (office, on) => `您${on}说给${office}的话，我们没存好，听不了了，是我们的问题。您写的还在，照样办。`,
  change: (office, on) => `您${on}报给${office}的变化，我们没存全，是我们的问题。请您再报一次；我们记着您${on}就报过。`,
  application: (office, on) =>
    `您${on}交给${office}的申请，我们没存全，是我们的问题。请您再交一次，或打${office}的电话；我们记着您${on}就交过。`,
  number: (office, on) => `您${on}交给${office}的申请还在，照样办。回执上的号换了一个，打开就看得到。`,
};

/** The closed table of what residents are told: plain, kind, with the clause. */
export const MESSAGE_WORDS: { readonly [K in MessageKind]: Words<K> } = {
  'application-received': {
    title: '您的申请收到了',
    sentence: ({ office }) => `${office}收到了您的申请。到了哪一步，这里随时看得到。`,
    clauses: ['SAL2026-63', 'SAL2026-64'],
    about: 'progress',
    reach: ['wechat'],
  },
  'correction-asked': {
    title: '有几样请您补一下',
    sentence: ({ office }) => `${office}看了您的申请，有几样想请您补。要补的一次说全了，找不到的也可以说找不到。`,
    clauses: ['MCA57-10'],
    about: 'progress',
    reach: 'ladder',
  },
  'application-accepted': {
    title: '您的申请受理了',
    sentence: ({ office }) => `${office}受理了您的申请，期限从今天起算。`,
    clauses: ['YM239-3-1a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'change-received': {
    title: '您说的变化收到了',
    sentence: ({ office }) => `${office}收到了您说的变化。哪天说的，都记着。`,
    clauses: ['YM239-4-5b'],
    about: 'progress',
    reach: ['wechat'],
  },
  'change-opinion': {
    title: '您说的变化看过了',
    sentence: ({ office }) => `${office}看了您说的变化，写了初步意见。这还不是决定，打开看下一步。`,
    clauses: ['SAL2026-46', 'SAL2026-47', 'SAL2026-48'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'change-settled': {
    title: '您说的变化办好了',
    sentence: ({ office }) => `${office}把您说的变化办好了。打开看结果。`,
    clauses: ['SAL2026-46'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'authentication-counted': {
    title: '今年的认证办好了',
    sentence: ({ who, on, how, nextDue }) =>
      `${who}：${dayText(on)}${how}，已算今年认证。${nextDue ? `${nextDue.slice(0, 4)}年${dayText(nextDue)}以前不用再做。` : '现在什么都不用做。'}`,
    clauses: ['JLP53-5-5a', 'F8-01'],
    about: 'due',
    reach: ['wechat', 'text'],
  },
  'authentication-by-helper': {
    title: '有人帮您办了认证',
    sentence: ({ who, on, by }) => `${who}：${dayText(on)}${by}，办了今年的认证。要是您不知道这件事，打镇街的电话说一声。`,
    clauses: ['JLP53-5-5a', 'JLP53-7-1a'],
    about: 'due',
    reach: ['wechat', 'text'],
  },
  'authentication-due': {
    title: '该见一面了',
    sentence: ({ who, due }) => `${who ?? '家里有人'}到${dayText(due)}就一年没见了。几种办法选一种就行，也可以请人上门。晚了也不停钱。`,
    clauses: ['JLP53-5-5a', 'JLP53-5-5c', 'F8-01', 'F8-08'],
    assumption: 'reminded-30-days-before',
    about: 'due',
    reach: 'ladder',
  },
  'visit-arranged': {
    title: '见面的时间定了',
    sentence: ({ office, who, day, half, where, visitors }) =>
      `${office}：${dayText(day)}${half ? HALVES[half] : ''}${PLACES[where]}见${who}${visitors.length ? `，来的是${visitors.join('、')}` : ''}。来人会报验真码，对得上才是真的。`,
    clauses: ['JLP53-5-5c'],
    about: 'visit',
    reach: 'ladder',
  },
  'contact-change': {
    title: '联系方式要改了',
    sentence: ({ what, from }) => `有人给您改${CONTACTS[what]}，${dayText(from)}起用新的。不是您改的，在那以前打镇街的电话说一声，就不改。`,
    clauses: ['SAL2026-11'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-opinion': {
    title: '镇街写了意见',
    sentence: ({ office }) => `${office}写了意见。这还不是决定：打开看是什么、为什么，有话可以说。`,
    clauses: ['SAL2026-44', 'SAL2026-48'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-notice': {
    title: '意见公示了',
    sentence: ({ office }) => `${office}把意见公示 7 天，只写姓名、几口人、金额。有不同意见，打开就能说。`,
    clauses: ['YM239-3-2a', 'MCA57-19', 'YM239-3-2c'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-confirmed': {
    title: '区里看过，定了',
    sentence: () => '区民政局确认了意见。书面的决定会送到您手上；不服怎么办，打开看。',
    clauses: ['SAL2026-44', 'SAL2026-76'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-refused': {
    title: '这次没有确认',
    sentence: () => '区民政局这次没有确认。原因、依据打开看；不服怎么办也写着，以后随时可以再申请。',
    clauses: ['SAL2026-45', 'MCA57-21', 'SAL2026-76'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-letter': {
    title: '书面决定送到了',
    sentence: ({ office }) => `${office}记下：书面决定送到了。没拿到，打镇街的电话说一声。`,
    clauses: ['SAL2026-45', 'SAL2026-48'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-effect': {
    title: '下个月起按新的',
    sentence: ({ office }) => `${office}：从下个月起按新的办。以前的不受影响，打开看明细。`,
    clauses: ['MCA57-21', 'MCA57-32'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'clock-extended': {
    title: '办的时间延长了',
    sentence: ({ office, by, why }) => `${office}把办完的日子延长到${dayText(by)}，原因是：${why}。您什么都不用做，有话随时可以打电话问。`,
    clauses: ['YM239-3-1d', 'MCA57-22'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'case-moved': {
    title: '您家的事换镇街办了',
    sentence: ({ from, to, phone }) =>
      `您家的事从${from}转到${to}办了${phone ? `，电话 ${phone}` : ''}。日子接着算，材料都带过去了，不用再交；每月的钱照旧，不会少发，也不会发两次。`,
    clauses: ['SAL2026-63', 'YM239-4-5b'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'standard-raised': {
    title: '低保标准提高了',
    sentence: ({ office, standardFrom, before, after, from, source }) =>
      `${office}：${standardFrom.slice(0, 4)}年${dayText(standardFrom)}起低保标准变了（${source}），您家重新算过，每月从${yuanText(before)}变成${yuanText(after)}，${dayText(from)}起按新的发。`,
    clauses: ['SAL2026-18', 'MCA57-21', 'MCA57-32'],
    assumption: 'new-standard-by-procedure',
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-due-soon': {
    title: '您的事快到日子了',
    sentence: ({ office, by, what }) => `${office}要在${dayText(by)}以前办完“${what}”这一步，我们也提醒了他们。您什么都不用做。`,
    clauses: ['SAL2026-63', 'SAL2026-64'],
    assumption: 'told-two-days-before-a-clock',
    about: 'progress',
    reach: ['wechat'],
  },
  'decision-due': {
    title: '您的事到日子了',
    sentence: ({ office, by, what }) => `“${what}”这一步到${dayText(by)}该办完了，我们催了${office}。您可以打电话问，也可以什么都不做。`,
    clauses: ['SAL2026-63', 'SAL2026-64'],
    assumption: 'told-two-days-before-a-clock',
    about: 'progress',
    reach: ['wechat'],
  },
  'objection-answered': {
    title: '您的意见有回复了',
    sentence: ({ office }) => `${office}核实了您说的，写了回复。打开看。`,
    clauses: ['MCA57-19'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'voice-answered': {
    title: '有一份回复',
    // Neither what it was nor about whom, in the clause's words neither: another person may hold this phone.
    sentence: ({ office }) => `${office}有一份回复给您。打开，写上号和口令就看得到。`,
    clauses: ['SAL2026-64'],
    about: 'progress',
    reach: ['wechat'],
  },
  'taper-begun': {
    title: '渐退期开始了',
    sentence: ({ office, from, until }) =>
      `${office}：${from.slice(0, 4)}年${dayText(from)}到${until.slice(0, 4)}年${dayText(until)}是渐退期，钱照原来的发。到期以前会再看一次。`,
    clauses: ['YM239-1-3a', 'JLP53-6-5a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'taper-ending': {
    title: '渐退期快满了',
    sentence: ({ office, until }) =>
      `渐退期到${until.slice(0, 4)}年${dayText(until)}满，${office}会重新看您家的情况，先听您怎么说。有变化现在就可以说。`,
    clauses: ['YM239-1-3a', 'JLP53-6-5a', 'SAL2026-48'],
    assumption: 'told-two-days-before-a-clock',
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'signed-in-your-name': {
    title: '有一份同意是您的名字',
    sentence: ({ who, applicant, on, how }) =>
      `${dayText(on)}，${who}同意镇上为${applicant}的申请查收入和财产（${how}）。不是您同意的，打开点一下“我没同意”，就不查。`,
    clauses: ['SAL2026-40', 'SAL2026-41'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'helper-acted': {
    title: '有人替您办了一步',
    sentence: ({ helper, on, what }) => `${dayText(on)}，${helper}${what}。不是您同意的，打开点一下“我没同意”，先不算，镇街来问您。`,
    clauses: ['YMF12-5a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'helped-told': {
    title: '您帮的人有新消息',
    sentence: ({ person, what }) => `${person}有一条新消息：${what}。在“我帮的人”里看，和本人说一声。`,
    clauses: ['YMF12-5a'],
    about: 'progress',
    reach: ['wechat'],
  },
  'door-recorded': {
    title: '上门替您记下几样',
    sentence: ({ office }) => `${office}的协理员到过您家，替您记下几样。打开看是什么；不是您的意思，点“我没同意”，镇街会去查。`,
    clauses: ['YMF12-5a', 'JLP53-7-1a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'door-answered': {
    title: '您说的，镇街查过了',
    sentence: ({ office }) => `您说有一样没同意，${office}去查过了，写了回话。打开看。`,
    clauses: ['JLP53-7-1a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'helper-changed': {
    title: '帮您办的人有变动',
    sentence: ({ helper, what }) =>
      what === 'accepted'
        ? `${helper}接下了，可以帮您办。每做一步都会告诉您，随时能说不要他帮了。`
        : what === 'stopped'
          ? `${helper}不再帮您办了。填好的都在您这里。`
          : `${helper}先不能再替您办了。镇街会来问您。`,
    clauses: ['YMF12-5a'],
    about: 'progress',
    reach: ['wechat'],
  },
  paid: {
    title: '这个月的钱发了',
    sentence: ({ office, months, amount, account }) =>
      `${months.map(monthText).join('、')}的待遇一共${yuanText(amount)}，财政说已经发到尾号 ${account} 的账号。过几天还没看到，打${office}的电话问。`,
    clauses: ['MCA57-21'],
    about: 'progress',
    reach: ['wechat'],
  },
  'account-needed': {
    title: '要发给您家的钱，等一个账户',
    sentence: ({ office, bounced }) =>
      bounced
        ? `发给您家的钱，银行退回来了。钱给您家留着，一分不少：换一个能收钱的账户，下一次一起发。在“我的”里换银行卡，或到${office}说一声。`
        : `您家还没有登记收钱的账户。钱给您家留着，一分不少：登记一个，下一次一起发。在“我的”里换银行卡，或到${office}说一声。`,
    clauses: ['MCA57-21'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'given-once': {
    title: '先给的一笔办好了',
    sentence: ({ office, on, amount, small }) =>
      small
        ? `${dayText(on)}，${office}先给您${yuanText(amount)}应急。说明过后再补，不急。没收到，打电话问。`
        : `${dayText(on)}，${office}给您${yuanText(amount)}临时救助。没收到，打电话问。`,
    clauses: ['SAL2026-50', 'SAL2026-29'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'referral-asked': {
    title: '有一样帮助，要不要',
    sentence: ({ office, what }) => `${office}觉得您可能用得上：${what}。要不要您定，打开说一声；不要也不影响现在领的。`,
    clauses: ['JLP53-6-6b', 'JLP53-6-6e'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'referral-sent': {
    title: '给您转过去了',
    sentence: ({ office, what }) => `${office}把“${what}”转过去了。那边怎么说，会告诉您；您什么都不用做。`,
    clauses: ['JLP53-6-6b'],
    about: 'progress',
    reach: ['wechat'],
  },
  'referral-ended': {
    title: '转介的事有结果了',
    sentence: ({ office, what }) => `${office}：“${what}”有结果了，打开看。`,
    clauses: ['JLP53-6-6b', 'JLP53-6-6e'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'check-answered': {
    title: '核对的结果先给您看',
    sentence: ({ office }) => `${office}按您签的授权核对过了。问了哪里、查来什么，打开都看得到；不对就说不对。`,
    clauses: ['SAL2026-40', 'MCA57-17'],
    about: 'progress',
    reach: ['wechat'],
  },
  'check-dispute-answered': {
    title: '您说查得不对，有回复了',
    sentence: ({ office }) => `${office}核实了您说的，写了回复。打开看。`,
    clauses: ['MCA57-16'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'not-kept-whole': {
    title: '有一样我们没存好',
    sentence: ({ office, on, what }) => NOT_KEPT[what](office, dayText(on)),
    clauses: ['MCA57-10'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
};

/** The sentence of a message, from what was sealed with it. */
export const messageSentence = (kind: MessageKind, params: MessageParams[MessageKind]): string =>
  (MESSAGE_WORDS[kind].sentence as (params: MessageParams[MessageKind]) => string)(params);
