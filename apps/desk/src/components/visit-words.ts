import type { VisitPlace } from '@assist/contracts';

export const PLACE_WORDS: Readonly<Record<VisitPlace, string>> = {
  home: '上门',
  village: '在村社',
  office: '在镇街',
  phone: '打电话（住外地）',
  video: '视频（住外地）',
};
export const HALF_WORDS = { morning: '上午', afternoon: '下午' } as const;
