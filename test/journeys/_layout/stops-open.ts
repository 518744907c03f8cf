import { type Stop, tap } from './stop.ts';

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
  { name: 'benefit', go: tap('link', /^特困供养/), reads: '找谁办' },
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
  { name: 'chain-none', at: '/packages/progress/pages/chain/index', reads: '这里还没有' },
  { name: 'referrals-none', at: '/packages/progress/pages/referrals/index', reads: '现在没有' },
  { name: 'checks-none', at: '/packages/progress/pages/checks/index', reads: '镇上没有查过' },
  { name: 'round-today', at: '/packages/round/pages/today/index', reads: /单子|绑/ },
  { name: 'proxies-none', at: '/packages/together/pages/proxies/index', reads: '现在没有人替您办' },
  { name: 'invite', at: '/packages/together/pages/invite/index', reads: '能帮您做什么' },
  { name: 'helping-none', at: '/packages/together/pages/helping/index', reads: '现在没有您在帮的人' },
  { name: 'signed-none', at: '/packages/together/pages/signed/index', reads: '没有以您的名义签过的' },
];
