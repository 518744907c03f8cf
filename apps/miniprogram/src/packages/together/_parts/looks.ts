import { type HelperState, NOT_KNOWN, type RelayAsk, type RelayState } from '@assist/contracts';
import type { StateKind } from '@/components/state';

export const RELAY_LOOKS: Readonly<Record<RelayState, { readonly kind: StateKind; readonly words: string }>> = {
  waiting: { kind: 'none', words: '还没请' },
  'link-made': { kind: 'waiting', words: '已发链接' },
  opened: { kind: 'waiting', words: '打开看了' },
  signed: { kind: 'done', words: '已同意' },
  'to-confirm': { kind: 'half', words: '等问本人' },
  refused: { kind: 'half', words: '暂时不签' },
  unreachable: { kind: 'half', words: '联系不上' },
  'at-counter': { kind: 'half', words: '不方便签' },
};
export const WAY_NAMES: Readonly<Record<NonNullable<RelayAsk['way']>, string>> = {
  [NOT_KNOWN]: '用别的办法',
  handwriting: '手写签名',
  face: '刷脸',
  witnesses: '两个人当面记',
  guardian: '监护人签',
  helper: '帮忙的人点的',
};
export const HELPER_LOOKS: Readonly<Record<HelperState, { readonly kind: StateKind; readonly words: string }>> = {
  invited: { kind: 'waiting', words: '等他接下' },
  active: { kind: 'done', words: '在帮' },
  frozen: { kind: 'half', words: '停下了' },
  stopped: { kind: 'none', words: '停掉了' },
  over: { kind: 'none', words: '到期了' },
};
/** Of a state that this version does not know: somebody is at it. */
export const UNDER_WAY: { readonly kind: StateKind; readonly words: string } = { kind: 'waiting', words: '工作人员在办' };
/** Letters of a code in fives, so that one can read them out. */
export const inFives = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1 ');
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
