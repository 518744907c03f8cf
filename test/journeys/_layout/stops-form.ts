import type { Hands } from '../_town/hands.ts';
import { apply, type Stop, tap } from './stop.ts';

const next = tap('button', '好了，下一步');

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
  { name: 'member-paper', go: next, reads: '陈秀英的证件，记下了' },
  { name: 'member-home', go: next, reads: '陈秀英现在在哪里？' },
  { name: 'member-body', go: next, reads: '陈秀英身体怎么样？' },
  { name: 'member-work', go: next, reads: '陈秀英现在做什么？' },
  { name: 'known-none', at: apply('known'), reads: '表里的都是您自己写的。' },
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
