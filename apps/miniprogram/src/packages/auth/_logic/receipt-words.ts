import { type AuthenticationView, NOT_KNOWN } from '@assist/contracts';

/** A conclusion, always a good one. */
export const TITLES: Readonly<Record<AuthenticationView['state'], string>> = {
  [NOT_KNOWN]: '收到了，工作人员在办',
  counted: '已算今年认证',
  'to-look-at': '收到了，有人会看',
  'looked-visit-instead': '看过了，会约您见一面',
  'not-in-register': '收到了，镇上去核一下',
};

/** How somebody was seen, in plain words. */
export const HOW: Readonly<Record<AuthenticationView['contact'], string>> = {
  [NOT_KNOWN]: '工作人员记下的',
  'own-face': '用手机刷脸',
  'office-face': '在镇街或村社刷脸',
  'office-manual': '工作人员看过',
  visit: '工作人员上门见面',
  'review-visit': '镇上的人来家里见过',
  'review-video': '镇上打视频见过',
  'review-phone': '镇上打电话说过话',
  'window-with-card': '到窗口办事',
  'village-met': '村社走访时见面',
};
