import type { Figures, Node } from '@assist/policy';
import { all, any, benefit, eachOf, shared } from '@assist/policy';
import type { Household } from '../../household.ts';
import { members } from '../household/facts.ts';
import { STANDARD } from '../household/line.ts';
import { adultSevereWithoutWork, disabledEnough, ID, illEnough, inMarginalFamily, religiousStaff, specialHardship } from './forms.ts';
import { ownIncome } from './own-income.ts';
import { adultUnable, withinThreeTimes } from './supported-at-home.ts';

const each = (id: string, title: string, node: Node<Household>) => eachOf({ id, title, node, ids: members('id'), combine: 'any' });

/** The six forms. What is about the family is looked at once, what is about a person member by member. */
export const SINGLE_CONDITIONS = shared<Household, Node<Household>>(
  any({
    id: `${ID}/conditions`,
    title: '可以单独申请的情况',
    of: [
      all({
        id: `${ID}/disabled-in-marginal`,
        title: '边缘家庭里的重残',
        of: [
          inMarginalFamily(`${ID}/disabled-in-marginal/family`),
          each(`${ID}/disabled-in-marginal/people`, '家里每个人', disabledEnough),
        ],
      }),
      all({
        id: `${ID}/ill-in-marginal`,
        title: '边缘家庭里的重病',
        of: [inMarginalFamily(`${ID}/ill-in-marginal/family`), each(`${ID}/ill-in-marginal/people`, '家里每个人', illEnough)],
      }),
      each(
        `${ID}/adult-severe`,
        '成年无业重度残疾人',
        all({ id: `${ID}/adult-severe/both`, title: '这位家人', of: [adultSevereWithoutWork, ownIncome] }),
      ),
      all({
        id: `${ID}/supported-at-home`,
        title: '靠父母、兄弟姐妹供养的成年人',
        of: [withinThreeTimes, each(`${ID}/supported-at-home/people`, '家里每个人', adultUnable)],
      }),
      each(`${ID}/religious-staff`, '离家三年以上的宗教教职人员', religiousStaff),
      all({
        id: `${ID}/special-hardship`,
        title: '边缘家庭里确有特殊困难的人',
        of: [inMarginalFamily(`${ID}/special-hardship/family`), specialHardship],
      }),
    ],
  }),
);

/** 单人户: a member of a family that does not fit as a whole applies alone (MCA57-8, YM239-1-1e, YM239-1-4b, SAL2026-21). */
export const SINGLE_APPLICATION = benefit({
  id: ID,
  title: '单独申请低保（单人户）',
  about: '全家够不上低保，但家里有重残、重病这样特别难的人，这个人可以自己申请低保。',
  group: 'cascade',
  handledBy: '镇街收下、先看（受理、初审），区民政局定（确认）',
  clauses: ['MCA57-8', 'YM239-1-1e', 'YM239-1-4b', 'SAL2026-21'],
  conditions: [SINGLE_CONDITIONS.node],
  documents: ['本人的申请', '户口簿、身份证', '残疾人证或病情材料', '同意查收入、存款、房子和车（核查授权书）'],
  leftToOfficer: ['金额按一个人怎么算，文件没有写细', '供养费视情不算多少', '是不是丧失劳动能力、卧床多久算长期', '哪些算确有特殊困难'],
  sentences: {
    met: '家里有人大概率可以单独申请低保，不用全家都够得上。',
    'for-officer': '家里有人可能可以单独申请低保，要工作人员看过才能定。',
    unknown: '还差几个问题，才知道家里有没有人可以单独申请。',
    'not-met': '家里目前没有人在可以单独申请的情况里。想申请也可以照样申请。',
  },
  needs: { standard: STANDARD },
  figures: ({ standard }): Figures =>
    standard === undefined || standard.open
      ? { numbers: {} }
      : { numbers: { standard: { unit: 'fen-per-month', value: standard.low.value } }, based: [standard.low] },
});
