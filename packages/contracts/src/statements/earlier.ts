import type { Statement } from './statement.ts';

/** A wording that was in force once. Whoever agreed to it agreed to exactly this, and can be shown it again. */
export interface EarlierStatement extends Statement {
  /** SHA-256 of its text. */
  readonly hash: string;
}

/** Wordings that were shown before those of `current.ts`. Nothing here is ever changed or taken away. */
export const EARLIER_STATEMENTS: readonly EarlierStatement[] = [
  {
    id: 'privacy-notice',
    version: '2026-11-22',
    title: '您的信息怎么用',
    paragraphs: [
      '用来做什么：替您把申请送到镇上，让镇上的人看、核、回话。不用来做别的，不卖，不做广告。',
      '会用到什么：您写的名字、证件号、电话、住处、家里人、收入和花费，您拍的照片，微信给我们的一个编号。',
      '谁能看：您自己，和办您这件事的镇街工作人员。谁看过，都记下来。',
      '放多久：没有交上去的草稿，最后一次保存后放 30 天就删。交上去的，由镇街按档案的规定保管。',
      '存在国内。证件号、名字和电话都加了密。',
      '您可以随时看、改、停用，也可以打电话或到镇街窗口说。不同意也能先到处看看，也能到窗口办。',
      '未满 14 岁的孩子，由监护人来同意。',
    ],
    clauses: ['F10-04', 'F10-05', 'F10-03', 'F10-06'],
    hash: '29796eea50dac71681cfa2011038d32d97230aa31aee14d5195f7e5db3a676e7',
  },
];
