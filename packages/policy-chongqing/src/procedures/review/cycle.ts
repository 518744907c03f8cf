import type { DivisionCode } from '@assist/policy';
import { YONGCHUAN } from '../../districts/codes.ts';
import { clausesIn } from '../kernel/clauses-in.ts';

/**
 * Names an officer may give for calling somebody a key-protection person. Which of them are, and from what age, is not defined in
 * anything that was found (F2-44), so no rule decides it.
 */
export const KEY_PROTECTION_NAMES = ['老年人', '未成年人', '重度残疾人', '重病患者', '其他（写明）'] as const;

/** Kinds of recipient a review can be of; the last ones are Yongchuan's further groups (YC67-1). */
export const RECIPIENTS = {
  subsistence: '低保',
  destitute: '特困供养',
  'disability-allowances': '残疾人两项补贴',
  orphan: '孤儿及艾滋病儿童',
  'railway-disabled': '襄渝铁路伤残民工',
  'streamlined-retired': '精简退职人员',
  'three-allowances': '高龄、失能养老服务补贴和特困照料护理补贴',
  marginal: '低保边缘家庭',
  'rigid-expenditure': '刚性支出困难家庭',
} as const;

export type Recipient = keyof typeof RECIPIENTS;

export interface CycleQuestion {
  readonly district: DivisionCode;
  readonly recipient: Recipient;
  /** An officer says of every member, by name of ground, that they are key-protection persons. Absent: nobody said so. */
  readonly allKeyProtection?: readonly { readonly member: string; readonly ground: (typeof KEY_PROTECTION_NAMES)[number] }[];
  readonly members?: readonly string[];
  /** An officer expects little change soon. */
  readonly littleChange?: boolean;
}

export interface Cycle {
  /** Months between reviews; undefined where no document found sets one. */
  readonly months?: 1 | 6 | 12;
  readonly clauses: readonly string[];
  readonly reason: string;
}

/** How often a recipient is reviewed: yearly only when *every* member is named a key-protection person *and* little change is expected. */
export function reviewCycle(question: CycleQuestion): Cycle {
  const { district, recipient } = question;
  if (recipient === 'subsistence') return subsistenceCycle(question);
  if (recipient === 'rigid-expenditure')
    return { months: 12, clauses: ['MCA57R-10', 'MCA57R-11'], reason: '认定有效期 12 个月，期满重新申请。' };
  if (district !== YONGCHUAN || recipient === 'marginal')
    return { clauses: ['MCA57-31'], reason: '没有查到这类人员多久核查一次，由区县定。' };
  if (recipient === 'disability-allowances') return { clauses: ['YC67-3-1b'], reason: '照 2018 年的细则办，细则没有查到，不按每月。' };
  return { months: 1, clauses: ['YC67-3-2a'], reason: '永川区除低保和两项补贴以外，每月核查一次。' };
}

function subsistenceCycle({ district, allKeyProtection = [], members = [], littleChange }: CycleQuestion): Cycle {
  const everyone = members.length > 0 && members.every((member) => allKeyProtection.some((one) => one.member === member));
  if (everyone && littleChange) {
    return {
      months: 12,
      clauses: clausesIn(['JLP53-4-1', 'TL42-C2l', 'MCA57-31', 'F2-44'], district),
      reason: '全家都是重点保障人员、短期变化不大，一年核查一次。',
    };
  }
  return { months: 6, clauses: clausesIn(['JLP53-4-2', 'TL42-C2m', 'MCA57-31'], district), reason: '半年核查一次。' };
}
