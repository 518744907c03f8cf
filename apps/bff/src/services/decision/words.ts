import type { EventKind } from '@assist/policy-chongqing';

/** Where a procedure stands after each event, for the household: plain, without blame. */
const STANDING: Partial<Record<EventKind, string>> = {
  opened: '镇街开始看这件事。还没有什么定下来。',
  sent: '收到了，镇街在看。',
  'correction-asked': '有几样请您补一下，补上就接着走。',
  'correction-answered': '您补的收到了，镇街接着看。',
  accepted: '受理了。接下来核对信息、上门看看。',
  authorised: '核对的授权签好了。',
  'check-requested': '正在核对信息。',
  'check-done': '信息核对完了。接下来上门看看、写意见。',
  'check-read': '核对的结果看过了。',
  visited: '上门看过了。接下来写意见。',
  'ground-named': '镇街写明了理由。现在先听您怎么说，还没有什么定下来。',
  heard: '您说的记在案上了。接下来镇街写意见。',
  'family-heard': '听了家里人的意见。接下来镇街写意见。',
  'tried-to-hear': '镇街联系过您，没联系上。您可以在这里说，也可以打电话。',
  opinion: '镇街写了意见。这还不是决定，接下来公示 7 天，再由区里看。',
  'notice-posted': '意见正在公示 7 天。有不同意见，可以说。',
  forwarded: '报到区里了，由区民政局决定。',
  confirmed: '区民政局确认了。书面的决定会送到您手上。',
  refused: '这次没有确认。原因、依据写在下面，书面的会送到您手上；还可以再申请。',
  'letter-delivered': '书面的决定送到了。',
  published: '确认的结果公布了。',
  'takes-effect': '办好了，从下个月起按新的。',
  'closed-unchanged': '看过了，不变。',
  concluded: '看完了，有结论了。',
  watched: '退出以后，镇街还会继续关心，有难处随时说。',
  'transfer-offered': '您可以转到下一类，点一下同意就行，不用再交材料。',
  consented: '您同意转了，镇街接着办，不用再交材料。',
  transferred: '转过去了，镇街接着办。',
  'death-verified': '请节哀。镇街核实过了，接着看家里其他人怎么保障。',
  'absence-verified': '镇街核实过了：只是这位家人先不算在内，接着看家里其他人怎么保障。',
  recounted: '镇街重新算过全家了。',
  settled: '手续办完了。',
  'small-sum-paid': '先给的一笔办好了，材料以后再补。',
  'small-sum-seen': '先给的一笔办好了，材料以后再补。',
  'explained-after': '说明补好了，这件事办完了。',
  paid: '救助给到了。',
};

/** Where the same event says something else: a taper changes no amount, a stop has no new one, and urgent help hangs on no board. */
const STANDING_OF: Readonly<Record<string, Partial<Record<EventKind, string>>>> = {
  taper: { 'takes-effect': '这段时间钱照原来的发（渐退期）。满了以前会再看一次，先听您怎么说。' },
  stop: { 'takes-effect': '办好了，这个月照发，下个月起不再发。有难处随时说，也随时可以再申请。' },
  temporary: {
    accepted: '受理了，镇街接着看要帮多少。',
    visited: '上门看过了，镇街接着看要帮多少。',
    opinion: '镇街写了意见。这还不是决定，要由另一个人看过。',
    confirmed: '定下来了，接着把救助给到您。',
  },
};

/** The standing after an event of this procedure; its title where no words of our own fit better. */
export const standingWords = (procedure: string, kind: EventKind, title: string): string =>
  STANDING_OF[procedure]?.[kind] ?? STANDING[kind] ?? `刚办完“${title}”这一步。`;

/** What was done, in the household's list of steps: what happened first, the papers' word for it behind. */
const STEPS: Partial<Record<EventKind, string>> = {
  opened: '镇街开始看这件事',
  sent: '交上去了',
  accepted: '镇上收下（受理）',
  'correction-asked': '请您补几样',
  'correction-answered': '您补的收到了',
  'check-requested': '去查收入、存款、房子和车（核对）',
  'check-done': '查完了（核对）',
  'check-read': '查的结果看过了（核对）',
  visited: '到家里看过（入户走访）',
  'ground-named': '写明了理由',
  heard: '听您说过',
  'family-heard': '听家里人说过',
  opinion: '镇上先看，写了意见（初审）',
  'notice-posted': '在社区张榜（公示）',
  forwarded: '报到区里',
  confirmed: '定下来了（确认）',
  refused: '这次没有确认',
  'letter-delivered': '书面决定送到了',
  published: '定下的贴出来了（公布）',
};

/** A step that was done, for the household; its title where no words of our own fit better. */
export const stepWords = (kind: EventKind, title: string): string => STEPS[kind] ?? title;

/** Objections, and what happens only because of one, are never shown to whom they are about. */
export const HIDDEN: ReadonlySet<EventKind> = new Set<EventKind>([
  'objected',
  'objection-answered',
  'neighbours-asked',
  'sampled',
  'doubted',
  'doubt-settled',
  'relative-registered',
  'joint-meeting',
]);
