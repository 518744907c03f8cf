import type { CorrectionView } from '../api/views.ts';
import type { Letter } from './letter.ts';

/** What is still asked for, all at once, for somebody who reads no phone: what, why, and that the application stands. */
export function correctionLetter(
  correction: Pick<CorrectionView, 'askedAt' | 'items'>,
  to: { readonly name: string; readonly number: string; readonly office: string; readonly phone?: string | undefined },
): Letter {
  return {
    title: '请您补的材料',
    to: `${to.name}：`,
    on: correction.askedAt.slice(0, 10),
    from: to.office,
    paragraphs: [
      `您的申请（${to.number}）收到了，日子照算。还请您补 ${correction.items.length} 样：`,
      ...correction.items.map((item, i) => `${i + 1}. ${item.title}。${item.reason}`),
      '拍照在救助通里补、送到镇上、请村社的人带来，都可以。没有、找不到，也请告诉我们，我们一起想办法。',
      ...(to.phone ? [`不清楚的，打电话问：${to.phone}`] : []),
    ],
  };
}
