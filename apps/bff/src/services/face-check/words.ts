import { FACE_ACTION_WORDS } from '@assist/contracts';
import type { FaceAction } from '@assist/wechat';

/** What only we can say, beside what WeChat's outcomes ask of a person. */
const OUR_WORDS = {
  'not-done-yet': '请在微信里刷脸，刷好了回到这里',
  'after-two-tries': '刷了两次没认出来，不用再试了。已经替您约了人上门，会联系您定时间',
  'person-booked': '微信这边对不上证件，不用再试了。已经请工作人员帮您核，会联系您',
  'person-first': '先请人帮您，不用刷脸。可以请人上门，也可以到镇上、村社办。想刷脸随时可以',
  'visit-first': '已经替您约了人上门，会联系您定时间。想刷脸随时可以',
  'not-with-this-paper': '微信刷脸只认身份证。请换个办法：请人上门，或者到镇上、村社办',
  'by-guardian': '未满14岁的孩子，由监护人来刷脸，再给孩子拍一张现场照片。也可以请人上门',
  'many-today': '这部手机今天刷脸的次数到了。请换个办法，或者明天再来',
  'guardian-passed': '认好了。再给这位拍一张现场照片送上来，由工作人员看',
  'seen-and-checked': '认好了。档上有一处要工作人员核一下，会联系您',
  'passed-to-sign': '认出来了，是您本人',
  'sign-another-way': '不用刷脸。写名字就行，也可以请镇街两个人当面记，一样算',
  withdrawn: '好的，这一次不刷了。可以换个办法',
  'session-over': '这一次过了时间，不算您试过。可以再来一次，也可以换个办法',
} as const;

/** Code of the one plain sentence, as it is kept in `face_checks.action`. */
export type FaceSentenceId = FaceAction | keyof typeof OUR_WORDS;
const WORDS: Readonly<Record<FaceSentenceId, string>> = { ...FACE_ACTION_WORDS, ...OUR_WORDS };
export const faceWords = (id: string): string => WORDS[id as FaceSentenceId];
