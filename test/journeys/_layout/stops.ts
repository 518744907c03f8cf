import type { Hands } from '../_town/hands.ts';
import { photo } from '../_town/photo.ts';

/** A screen to look at: by its address, or from the one before by what a person does there. */
export interface Stop {
  readonly name: string;
  readonly at?: string;
  readonly go?: (me: Hands) => Promise<void>;
  /** Stands there when it is drawn. */
  readonly reads: string | RegExp;
}

const apply = (page: string, query = '') => `/packages/apply/pages/${page}/index${query}`;
const tap =
  (...tap: Parameters<Hands['tap']>) =>
  (me: Hands) =>
    me.tap(...tap);
const next = tap('button', '好了，下一步');

/** What anybody can open, agreed or not. */
export const OPEN_TO_ALL: readonly Stop[] = [
  { name: 'home', at: '/pages/home/index', reads: '急事' },
  { name: 'urgent', at: '/pages/urgent/index', reads: '出了什么事，说出来' },
  { name: 'help-call', at: '/pages/help/index?about=call', reads: '这样办' },
  { name: 'help-change', at: '/pages/help/index?about=change', reads: '这样办' },
  {
    name: 'help-window-found',
    at: '/pages/help/index?about=window',
    go: async (me) => {
      await me.pick('您住在哪个镇街，区县', '九龙坡区');
      await me.pick('您住在哪个镇街，镇街', '杨家坪街道');
    },
    reads: /《社会救助法》/,
  },
  {
    name: 'practice',
    at: '/packages/know/pages/practice/index',
    go: async (me) => {
      await me.tap('button', '开始练');
      await me.tap('button', '好了，下一步');
    },
    reads: '再看一看：',
  },
  { name: 'privacy', at: '/pages/privacy/index', reads: '用来做什么' },
  { name: 'problem', at: '/pages/problem/index', reads: '再试一次' },
  { name: 'outbox', at: '/pages/outbox/index', reads: /等着送/ },
  { name: 'check-questions', at: '/packages/check/pages/questions/index', reads: '您家住在哪个区县？' },
  { name: 'check-outcome-nothing', at: '/packages/check/pages/outcome/index', reads: '还差您家在哪个区县' },
  { name: 'library', at: '/packages/know/pages/library/index', reads: '有哪些帮助' },
  { name: 'benefit', go: tap('link', /^特困供养/), reads: '归谁办' },
  { name: 'benefit-unknown', at: '/packages/know/pages/benefit/index?id=none', reads: '没有找到这一样' },
  { name: 'verify', at: '/packages/trust/pages/verify/index', reads: '证明上的码是多少？' },
  { name: 'postings', at: '/packages/voice/pages/postings/index', reads: '您那里正在公示的' },
  { name: 'complaint', at: '/packages/voice/pages/complaint/index', reads: '说的是哪样事？' },
  { name: 'voice-back', at: '/packages/voice/pages/back/index', reads: '写上号和口令，看回复' },
  { name: 'relay-sign', at: '/packages/together/pages/sign/index', reads: '家里人请您点个头' },
];

/** What a person sees who agreed and has nothing there yet, or is not verified. */
export const NOTHING_YET: readonly Stop[] = [
  { name: 'my-data', at: '/packages/trust/pages/data/index', reads: '存着您的这些' },
  { name: 'certificate-unverified', at: '/packages/trust/pages/certificate/index', reads: '先核一下身份' },
  { name: 'decisions-none', at: '/packages/decision/pages/list/index', reads: '镇街写的意见、区里的决定，都在这里。' },
  { name: 'referrals-none', at: '/packages/progress/pages/referrals/index', reads: '现在没有' },
  { name: 'checks-none', at: '/packages/progress/pages/checks/index', reads: '没有核对过' },
  { name: 'round-today', at: '/packages/round/pages/today/index', reads: /单子|绑/ },
  { name: 'proxies-none', at: '/packages/together/pages/proxies/index', reads: '帮我办的人' },
  { name: 'invite', at: '/packages/together/pages/invite/index', reads: '能帮您做什么' },
  { name: 'helping-none', at: '/packages/together/pages/helping/index', reads: '我帮的人' },
  { name: 'signed-none', at: '/packages/together/pages/signed/index', reads: '没有以您的名义签过的' },
];

/** A form that is half filled, screen by screen. Leaves it as it was. */
export const FORM: readonly Stop[] = [
  { name: 'cases-draft', at: '/pages/cases/index', reads: '没填完的' },
  { name: 'mine', at: '/pages/mine/index', reads: '我的资料' },
  { name: 'mine-leaving', go: tap('link', '退出，清掉这部手机上的记录'), reads: /清掉/ },
  { name: 'consents', at: '/pages/consents/index', reads: '您同意过 1 样' },
  { name: 'identity', at: '/pages/identity/index', reads: '核一下身份' },
  { name: 'identity-form', go: tap('button', '改一改'), reads: '您叫什么，证件号是多少' },
  { name: 'identity-wrong', go: tap('button', '写好了'), reads: /号/ },
  { name: 'identity-other', go: tap('radio', '别的证件'), reads: '是哪一种' },
  { name: 'identity-none', go: tap('radio', '还没有'), reads: '为什么还没有' },
  { name: 'tasks', at: apply('tasks'), reads: '一次申请，镇上分类办' },
  { name: 'where', at: apply('where'), reads: '您的申请归杨家坪街道办事处' },
  { name: 'where-registration', go: tap('button', '改户口和住处'), reads: '您的户口在哪里？' },
  { name: 'where-residence', go: next, reads: '您家现在住在哪里？' },
  { name: 'members', at: apply('members'), reads: '家里有哪些人？' },
  { name: 'member-self', at: apply('member', '?id=m1'), reads: '您是谁？' },
  { name: 'member-who', at: apply('member', '?id=m2'), reads: '陈秀英是您的谁？' },
  { name: 'member-leaving', go: tap('button', '写多了，去掉这个人'), reads: '把陈秀英从单子里去掉？' },
  { name: 'member-paper', go: next, reads: '陈秀英有什么证件？' },
  { name: 'member-home', go: next, reads: '陈秀英现在在哪里？' },
  { name: 'member-body', go: next, reads: '陈秀英身体怎么样？' },
  { name: 'member-work', go: next, reads: '陈秀英现在做什么？' },
  { name: 'income', at: apply('income'), reads: /1,200/ },
  { name: 'income-kinds', at: apply('income', '?id=m2'), reads: '陈秀英有哪些收入？' },
  { name: 'income-amount', go: next, reads: /打零工的钱有多少？/ },
  { name: 'income-costs', go: next, reads: '陈秀英上班要花多少？' },
  { name: 'income-supporters', at: apply('income', '?who=supporters'), reads: '不住一起的亲人帮着吗？' },
  { name: 'assets-dwellings', at: apply('assets'), reads: '家里有几套房子？' },
  { name: 'assets-vehicles', go: next, reads: '家里有车吗？' },
  { name: 'assets-financial', go: next, reads: '全家存款一共多少？' },
  { name: 'assets-businesses', go: next, reads: '家里开店、开公司吗？' },
  { name: 'spending', at: apply('spending'), reads: '一年里有哪些大开销？' },
  { name: 'spending-amount', go: next, reads: '看病买药，一年花了多少？' },
  { name: 'story', at: apply('story'), reads: '现在就要人帮' },
  { name: 'estimate', at: apply('estimate'), reads: '一级一级，都替您看了' },
  {
    name: 'estimate-open',
    go: async (me) => {
      await me.tap('button', /一条一条看$/);
      await me.tap('button', /看要点$/);
      await me.tap('button', /一样一样看$/);
    },
    reads: '收起',
  },
  { name: 'relatives', at: apply('relatives'), reads: '家里有亲戚在管救助吗？' },
  { name: 'bank', at: apply('bank'), reads: '要是批下来，钱发到哪里？' },
  { name: 'own-code', at: '/packages/trust/pages/own-code/index', reads: '手机大家用？设个数字码' },
  { name: 'evidence', at: apply('evidence'), reads: '有什么材料，拍给镇上' },
  { name: 'evidence-photo', go: tap('link', /^看病的单子/), reads: '已收到' },
  { name: 'sign', at: apply('sign'), reads: '三件事，请您点个头' },
  { name: 'copy', at: apply('copy'), reads: '填的都在这里' },
  { name: 'review', at: apply('review'), reads: '看看对不对，再交上去' },
];

/** More of every answer than the story has: the longest screens. */
export async function fillTheRest(me: Hands, open: (address: string) => Promise<void>): Promise<void> {
  await open(apply('income', '?who=supporters'));
  await me.tap('button', '有，加一个亲人');
  await me.type('每月给家里多少，元一个月', '200');
  await open(apply('assets'));
  await me.tap('button', '有，加一套');
  await me.type('第 1 套，多少平方米', '62.5');
  await next(me);
  await me.tap('button', '有，加一辆');
  await me.type('现在值多少，元', '3200');
  await next(me);
  await me.type('存款一共，元', '12345.67');
  await open(apply('spending'));
  await me.tap('checkbox', '看病买药');
  await next(me);
  await me.type('看病买药，元一年', '36500');
  await open(apply('story'));
  await me.pick('是哪一样', '突然生了大病');
  await me.tap('radio', '要');
  await me.type('用自己的话说说', '老伴住院，家里的钱都垫进去了。');
  await open(apply('member', '?id=m2'));
  for (let screen = 0; screen < 3; screen++) await next(me);
  await me.tap('radio', '有');
  await me.tap('radio', '是');
}

/** No application has this id: what stands there when one cannot be fetched. */
const NOBODYS = '00000000-0000-4000-8000-000000000000';

const change = (page: string, query = '') => `/packages/change/pages/${page}/index${query}`;
const question = (name: string, field: string, reads: Stop['reads'], go?: Stop['go']): Stop => ({
  name: `change-${name}`,
  at: change('details', `?field=${field}`),
  reads,
  ...(go && { go }),
});

/** Picks one event of every kind of question, far enough back that the reason is asked. */
export async function beginChange(me: Hands, open: (address: string) => Promise<void>): Promise<void> {
  await open(change('what'));
  for (const picture of ['收入多了', '家里添了人', '生病、有残疾', '房子、车有变', '换电话、银行卡']) await me.tap('checkbox', picture);
  await me.tap('button', '选了 5 样，下一步');
  await me.tap('checkbox', '工资涨了');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '添了孩子');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '有人办了残疾证');
  await me.tap('checkbox', '看病花了一大笔');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '买了房、建了房');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '搬了家、换了地址');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '我帮别人家说');
  await me.type('您叫什么名字', '王桂芳');
  await me.tap('button', '好了，下一步');
  await me.type('领钱的人叫什么名字', '李大山');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '重庆');
  await me.pick('住在哪里，区县', '九龙坡区');
  await me.pick('住在哪里，镇街', '杨家坪街道');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '低保');
  await me.tap('button', '好了，下一步');
  await me.pickDay('哪一天', '2026-03-05');
  await me.tap('button', '好了，下一步');
  await me.type('这位家人的名字', '李小山');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '工资');
  await me.type('工资，元一个月', '3200');
  await me.type('上班要花的，元一个月', '300');
  await me.tap('button', '好了，下一步');
  await open(change('details', '?field=changed.4.assets'));
  await me.tap('button', '有，加一套');
}

/** A change that is half told, question by question. Leaves it as it was. */
export const CHANGE: readonly Stop[] = [
  { name: 'change-what', at: change('what'), reads: '家里有什么变化？' },
  question('which', 'which.health', '看病花了一大笔'),
  question('reporter', 'reporter', '您替谁说这件事？'),
  question('person', 'person', '是谁家的事？'),
  question('residence', 'residence', '这家人住在哪里？'),
  question('receives', 'receives', '现在领的是什么？'),
  question('when', 'changed.0.happenedOn', '是哪一天的事？'),
  question('who', 'changed.0.member', '是哪位家人？'),
  question('income', 'changed.0.income', '李小山现在有哪些收入？'),
  question('joins', 'changed.1.joins', '来的是谁？'),
  question('disability', 'changed.2.changes', '这位家人现在是什么情况？'),
  question('spending', 'changed.3.spending', '自己花了多少？'),
  question('dwellings', 'changed.4.assets', '现在家里有几套房子？'),
  question('address', 'changed.5.place', '现在住在哪里？'),
  question('declared', 'proof', '有单子能看看吗？', tap('radio', '没有单子，我说的是真的')),
  question('photos', 'proof', '拍一张', tap('radio', '有单子，拍照')),
  question('late', 'late', '过了三个月才说，是有什么难处吗？'),
  question('story', 'story', '还有什么想说的？'),
  { name: 'change-effect', at: change('effect'), reads: /由镇街/ },
  { name: 'bereavement', at: change('bereavement'), reads: '请节哀' },
  { name: 'contact-unverified', at: change('contact'), reads: '先核一下是您本人' },
];

/** Told by somebody whose household is in the register and who is verified. @param id of a change that was told */
export const changeTold = (id: string): readonly Stop[] => [
  { name: 'change-receipt', at: change('receipt', `?id=${id}`), reads: '已告知' },
  { name: 'change-progress', at: change('follow', `?id=${id}`), reads: '走到哪一步' },
  { name: 'contact', at: change('contact'), go: tap('radio', '换银行卡'), reads: '新的卡号' },
];

const auth = (page: string, query = '') => `/packages/auth/pages/${page}/index${query}`;
/** From the family's list to the ways of one of them, and on by one of these. */
const wayOf =
  (who: string, ...taps: readonly Parameters<Hands['tap']>[]) =>
  async (me: Hands) => {
    await me.tap('button', `${who}，换个办法`);
    for (const one of taps) await me.tap(...one);
  };

/** By a name and a number that were typed: who holds the phone is not verified, or helps a neighbour. Leaves it as it was. */
export const BY_NAME: readonly Stop[] = [
  { name: 'real', at: '/pages/real/index', reads: '还不放心' },
  { name: 'auth-list-unverified', at: auth('list'), reads: '我自己要做' },
  { name: 'auth-receipts-none', at: auth('receipt'), reads: '还没有凭证' },
  {
    name: 'auth-neighbour',
    at: auth('neighbour'),
    go: async (me) => {
      await me.type('姓名', '王桂芳');
      await me.type('身份证号', '500107196207080024');
      await me.pick('住在哪个镇街，区县', '九龙坡区');
      await me.pick('住在哪个镇街，镇街', '杨家坪街道');
    },
    reads: '帮谁做？',
  },
  { name: 'auth-difficulty', go: tap('button', '写好了，下一步'), reads: '王桂芳有没有不方便？' },
  { name: 'auth-face', go: tap('button', '去刷脸'), reads: '看着屏幕的亮光就行' },
  {
    name: 'auth-visit',
    go: async (me) => {
      await me.tap('button', '换个办法');
      await me.tap('button', '约个时间');
    },
    reads: '什么时候来看王桂芳？',
  },
];

/** Whoever can be seen now, every way there is. Leaves it as it was. @param who a verified person's relative who can do it now */
export const beSeen = (who: string): readonly Stop[] => [
  { name: 'home-due', at: '/pages/home/index', reads: /待办：/ },
  { name: 'auth-list', at: auth('list'), reads: '不会因没认证停钱' },
  { name: 'auth-difficulty', go: wayOf(who), reads: `${who}有没有不方便？` },
  { name: 'auth-difficulty-chosen', go: tap('checkbox', '躺在床上'), reads: '不用刷脸，请人到家里看' },
  { name: 'auth-visit-wish', go: tap('button', '约个时间'), reads: `什么时候来看${who}？` },
  {
    name: 'auth-visit-chosen',
    go: async (me) => {
      await me.tap('radio', /周/);
      await me.tap('radio', '上午');
      await me.tap('checkbox', '听力不好');
    },
    reads: /^就约/,
  },
  { name: 'auth-visit-elsewhere', at: auth('list'), go: wayOf(who, ['link', /^住外地/]), reads: `什么时候找${who}？` },
  { name: 'auth-face', at: auth('list'), go: wayOf(who, ['link', /^手机刷脸/]), reads: '看着屏幕的亮光就行' },
  {
    name: 'auth-face-whole',
    go: async (me) => {
      await me.tap('button', '看完整的告知');
      await me.tap('button', '同意，开始');
    },
    reads: /^看清楚了，同意的话/,
  },
  { name: 'auth-video', at: auth('list'), go: wayOf(who, ['link', /^拍一段视频/]), reads: '给人看，要您点头' },
  { name: 'auth-guardian', at: auth('list'), go: wayOf(who, ['link', /^我是监护人/]), reads: `您是${who}的监护人` },
  { name: 'auth-neighbour', at: auth('neighbour'), reads: '帮谁做？' },
  { name: 'auth-neighbour-wrong', go: tap('button', '写好了，下一步'), reads: '叫什么名字？' },
  { name: 'real', at: '/pages/real/index', reads: '还不放心' },
];

/** After some were seen. @param authentication a record's id; @param visit one that stands; @param code the visitors' */
export const wereSeen = (authentication: string, visit: string, code: string): readonly Stop[] => [
  { name: 'auth-list-seen', at: auth('list'), reads: '算过了，不用再做' },
  { name: 'auth-receipt', at: auth('receipt', `?id=${authentication}`), reads: '已算今年认证' },
  { name: 'auth-receipts', at: auth('receipt'), reads: '哪天见过面，都在这里' },
  { name: 'auth-visit', at: auth('visit', `?visit=${visit}`), reads: '谁会来' },
  { name: 'auth-visit-cancel', go: tap('button', '不用来了'), reads: '这一次不用来了？' },
  { name: 'messages-inbox', at: '/pages/messages/index', reads: '要您看的' },
  { name: 'consents-once', at: '/pages/consents/index', reads: '只为一次同意的' },
  {
    name: 'real-visitor',
    at: '/pages/real/index',
    go: async (me) => {
      await me.type('来人报的码，或消息里的核对码', code);
      await me.tap('button', '查一查');
    },
    reads: '哪里的',
  },
];

/** After it was sent and the township asked for two things. @param application its id; @param correction the id of what was asked */
export const followed = (application: string, correction: string): readonly Stop[] => {
  const answer = `/packages/progress/pages/correction/index?id=${application}&correction=${correction}`;
  return [
    { name: 'home-asked', at: '/pages/home/index', reads: /补/ },
    { name: 'cases', at: '/pages/cases/index', reads: '有 1 件要您补' },
    { name: 'messages', at: '/pages/messages/index', reads: /新的|看过的/ },
    { name: 'receipt', at: apply('receipt', `?id=${application}`), reads: '已经收到了' },
    { name: 'progress-asked', at: `/packages/progress/pages/detail/index?id=${application}`, reads: '请补 2 样：住院的单子等' },
    { name: 'progress-not-found', at: `/packages/progress/pages/detail/index?id=${NOBODYS}`, reads: '再试一次' },
    { name: 'correction', at: answer, reads: '看病花了多少，要看单子' },
    { name: 'correction-photo', go: tap('radio', '有，拍照'), reads: '拍一张' },
    { name: 'correction-words', go: tap('radio', '用一句话说'), reads: '您说' },
    { name: 'correction-none', at: `${answer}&none=1`, reads: '看病花了多少，要看单子' },
  ];
};

/** After the answer, and after the township took it in. */
export const accepted = (application: string): readonly Stop[] => [
  { name: 'progress-accepted', at: `/packages/progress/pages/detail/index?id=${application}`, reads: '接下来' },
];

export const twoThings = [
  { what: '住院的单子', why: '看病花了多少，要看单子' },
  { what: '房东的电话', why: '想问问房租' },
];
export const bill = photo('bill.jpg');

export async function goTo(stop: Stop, me: Hands, open: (address: string) => Promise<void>): Promise<void> {
  if (stop.at) await open(stop.at);
  await stop.go?.(me);
  await me.reads(stop.reads);
}
