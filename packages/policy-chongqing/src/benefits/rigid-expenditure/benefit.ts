import type { Figures } from '@assist/policy';
import { benefit, inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { RIGID_VALID_MONTHS } from '../../values/rigid.ts';
import { RIGID_CONDITIONS } from './conditions.ts';

/** 刚性支出困难家庭 (SAL2026-22, MCA57R-4, 渝民规〔2025〕1号): recognised for twelve months. */
export const RIGID_EXPENDITURE = benefit({
  id: 'rigid-expenditure',
  title: '刚性支出困难家庭',
  about: '收入不算低，但看病、上学、康复花得太多，日子过不下去的家庭。定下来以后，帮看病、上学这些，管一年。',
  group: 'cascade',
  handledBy: '镇街收下（受理），区民政局定（认定）',
  clauses: ['SAL2026-22', 'MCA57R-4', 'YMF12-1d', 'F4-21'],
  conditions: [RIGID_CONDITIONS.node],
  documents: ['申请书', '户口簿、身份证', '同意查收入、存款、房子和车（核查授权书）', '看病、上学、康复的票据'],
  leftToOfficer: ['财产限额、消费要求、生活开销按什么算，重庆的规定没有查到', '哪些开销能算', '情形复杂的可以一事一议'],
  sentences: {
    'for-officer/not-yet': '这一天还没有这一类的办法，由工作人员看。',
    'for-officer': '要工作人员看过才能定。认定后有效 {validMonths}，到期可以再申请。',
    unknown: '还差几个问题，答完再看。',
    'not-met': '刚性支出困难家庭目前够不上。想申请也可以照样申请。',
  },
  needs: { valid: inForce<Household, number>(RIGID_VALID_MONTHS) },
  figures: ({ valid }): Figures =>
    valid === undefined
      ? { numbers: {}, reason: 'not-yet' }
      : { numbers: { validMonths: { unit: 'months', value: valid.value } }, based: [valid] },
});
