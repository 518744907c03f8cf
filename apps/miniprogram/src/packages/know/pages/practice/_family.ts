import type { Fen } from '@assist/policy';

/** A family that does not exist. Nothing of it is anybody's. */
export const FAMILY = {
  name: '练习家的王大妈',
  people: [
    { id: 'self', title: '王大妈自己', under: '68 岁，常年吃药' },
    { id: 'grandson', title: '孙子小宇', under: '9 岁，跟着王大妈吃住' },
    { id: 'son', title: '大儿子', under: '在别处自己过日子' },
  ],
  /** Who eats and lives together. */
  together: ['self', 'grandson'],
  pension: 30_000 as Fen,
} as const;

/** The ways with a paper that are offered in an application, too. */
export const PAPER_WAYS = [
  { value: 'photo', title: '有，拍照' },
  { value: 'cannot-find', title: '找不到了' },
  { value: 'cannot-get', title: '办不到' },
  { value: 'not-me', title: '和我无关' },
  { value: 'declare', title: '我说的是真的，先承诺' },
] as const;
export type PaperWay = (typeof PAPER_WAYS)[number]['value'];

/** What is said of each way: whichever it is, it goes on. */
export const PAPER_SAID: Readonly<Record<PaperWay, string>> = {
  photo: '真办的时候，会打开相机。拍得不清楚也收，以后再补。',
  'cannot-find': '好，记下了。镇上帮着找，不耽误您申请。',
  'cannot-get': '好，记下了。镇上帮着想办法，不耽误您申请。',
  'not-me': '好，那就不要这一样。',
  declare: '好，先写一句承诺，材料以后再说。',
};
