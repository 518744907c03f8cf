import { dateText, yuanText } from '@assist/policy';
import { POSTED_BENEFITS, POSTED_OPINIONS, type Posting } from './posting.ts';

/** The lines that hang on the wall or stand on the page; made of the posting alone. */
export function postingLines(posting: Posting): readonly string[] {
  const { office, phone } = posting.objectTo;
  return [
    posting.kind === 'notice' ? '公示' : '公布',
    `申请人：${posting.applicantName}`,
    `家庭人数：${posting.members} 人`,
    `${posting.kind === 'notice' ? '拟保障金额' : '保障金额'}：每月 ${yuanText(posting.amount)}`,
    `类别：${POSTED_BENEFITS[posting.benefit]}${posting.opinion ? `（${POSTED_OPINIONS[posting.opinion]}）` : ''}`,
    `时间：${dateText(posting.from)}至${dateText(posting.until)}`,
    `有不同意见，找${office}${phone ? `，电话 ${phone}` : '（电话没有查到）'}。`,
  ];
}
