import type { Hands } from '../_town/hands.ts';
import { type Stop, tap } from './stop.ts';

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
  { name: 'auth-guardian', at: auth('list'), go: wayOf(who, ['link', /^我照管他/]), reads: `您是${who}的监护人` },
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
