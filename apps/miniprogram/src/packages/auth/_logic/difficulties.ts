import type { DifficultyId } from '@assist/contracts';
import { waysFor } from '@assist/policy-chongqing';
import type { IconName } from '@/components/icon';

/** The eighth picture: nothing is difficult. */
export type Picture = DifficultyId | 'none';

export const PICTURES: readonly { readonly value: Picture; readonly title: string; readonly icon: IconName }[] = [
  { value: 'bedridden', title: '躺在床上', icon: 'in-bed' },
  { value: 'hearing', title: '听不见', icon: 'cannot-hear' },
  { value: 'seeing', title: '看不见', icon: 'cannot-see' },
  { value: 'speaking', title: '说不清话', icon: 'cannot-speak' },
  { value: 'face-or-eyes', title: '眼睛嘴巴动不了', icon: 'face-still' },
  { value: 'injury', title: '脸上有伤', icon: 'face-injured' },
  { value: 'memory', title: '记不住事', icon: 'forgetting' },
  { value: 'none', title: '都没有', icon: 'smile' },
];

/** "都没有" and the others take each other away. */
export function togglePicture(chosen: readonly Picture[], value: Picture): readonly Picture[] {
  if (chosen.includes(value)) return chosen.filter((p) => p !== value);
  return value === 'none' ? ['none'] : [...chosen.filter((p) => p !== 'none'), value];
}

/** Where a way leads: a face on this phone, a booking, or a picture that a person looks at. */
export type WayOn = 'face' | 'home' | 'nearby' | 'video' | 'elsewhere' | 'guardian';

export interface Suggestion {
  /** The first is the one suggested; none is ever left out, but a face on a phone that has none. */
  readonly ways: readonly WayOn[];
  /** One line above the main button. */
  readonly hint: string;
}

const HINTS: Partial<Record<WayOn, string>> = {
  face: '看着亮光就行，不用眨眼说话',
  home: '不用刷脸，请人到家里看',
  nearby: '不用刷脸，到镇上、村社见个面',
};

/** What to begin with, as the rules have it (a person first, with any difficulty); the rest stays below it. */
export function suggestionFor(chosen: readonly Picture[], canFace: boolean, personFirst: boolean): Suggestion {
  const difficulties = chosen.filter((p): p is DifficultyId => p !== 'none');
  // A wish, of now or of last year, counts like a difficulty, as long as the person does not say that there is none.
  const asked = difficulties.length === 0 && personFirst && !chosen.includes('none') ? (['other'] as const) : difficulties;
  const named: Partial<Record<string, WayOn>> = { 'phone-face': 'face', visit: 'home', 'office-manual': 'nearby' };
  const ways = waysFor({ difficulties: asked }).ways.flatMap((way) => named[way] ?? []);
  const all = [...ways, 'video' as const, 'elsewhere' as const, 'guardian' as const].filter((way) => way !== 'face' || canFace);
  return { ways: all, hint: HINTS[all[0] as WayOn] ?? '' };
}

export const WAY_WORDS: Readonly<
  Record<WayOn, { readonly title: string; readonly under: string; readonly icon: IconName; readonly go: string }>
> = {
  face: { title: '手机刷脸', under: '看着屏幕的亮光就行', icon: 'face', go: '去刷脸' },
  home: { title: '请人到家里', under: '不收费，约半天', icon: 'visit', go: '约个时间' },
  nearby: { title: '到村社、镇上见个面', under: '刷脸、人工都行，约个半天', icon: 'office', go: '约个时间' },
  video: { title: '拍一段视频或照片', under: '由人来看，不用机器比', icon: 'video', go: '去拍' },
  elsewhere: { title: '住外地，打电话或视频', under: '常住外地的可以这样', icon: 'phone', go: '约个时间' },
  guardian: { title: '我照管他（监护人），替他做', under: '您刷脸，再给他拍张照片', icon: 'people', go: '替他做' },
};
