import type { Figures, Node } from '@assist/policy';
import { benefit, fen, forOfficer, met, notMet, rule, unknown } from '@assist/policy';
import type { Household } from '../../household.ts';
import { TOP_UPS } from '../household/top-ups.ts';
import { asFound } from '../single-application/forms.ts';
import { SUBSISTENCE_CONDITIONS } from '../subsistence-allowance/conditions.ts';

const ID = 'category-top-ups';

const onSubsistence: Node<Household> = rule({
  id: `${ID}/subsistence`,
  title: '家里在领低保',
  clauses: ['SAL2026-20', 'JLP53-6-6c'],
  needs: { subsistence: SUBSISTENCE_CONDITIONS.finding },
  leftToOfficer: '低保由工作人员看过才能定，这一份跟着低保。',
  sentences: {
    met: '低保大概率够得上。',
    'not-met': '低保目前够不上，这一份跟着低保走。',
    unknown: '要先看低保够不够。',
    'for-officer': '低保要人来看，批下来就一起看这一份。',
  },
  decide: ({ subsistence }) => asFound(subsistence),
});

const someone: Node<Household> = rule({
  id: `${ID}/someone`,
  title: '家里有老人、孩子、残疾或重病的人',
  clauses: ['F2-43', 'F2-44'],
  needs: { topUps: TOP_UPS },
  leftToOfficer: '病还没有认定、别的上学情况，由工作人员看。',
  sentences: {
    met: '家里有 {grounds} 人可以另外多一份。',
    'not-met': '家里没有人在这几类里。',
    unknown: '还要问家里人的年龄、上学、残疾和身体情况。',
    'for-officer': '家里人的情况要工作人员看。',
  },
  decide: ({ topUps }) => {
    const based = topUps.based;
    const count = topUps.people.filter((one) => one.amount > 0 && one.sure).length;
    const numbers = { grounds: { unit: 'count' as const, value: count } };
    if (count > 0) return met({ numbers, based });
    const missing = topUps.people.flatMap((one) => one.missing);
    if (missing.length > 0) return unknown(missing);
    return topUps.people.some((one) => one.officer) ? forOfficer() : notMet();
  },
});

/** 分类重点救助: beside the allowance, for people in special difficulty (SAL2026-20, F2-43). */
export const CATEGORY_TOP_UPS = benefit({
  id: ID,
  title: '分类重点救助',
  about: '领低保的家庭里有残疾、重病、七十岁以上老人、学龄前孩子和在校学生的，每月另外多一份。',
  group: 'top-up',
  handledBy: '镇街，和低保一起办',
  clauses: ['SAL2026-20', 'F2-43', 'JLP53-6-6c', 'TL42-C5b'],
  conditions: [onSubsistence, someone],
  documents: ['残疾人证、病情材料、学籍等，能查到的不用交'],
  leftToOfficer: ['病是不是重大疾病', '研究生等别的上学情况算不算在校学生'],
  sentences: {
    'for-officer': '低保批下来的话，每月另外约 {topUps}。',
    'not-met': '目前没有这一份。',
    unknown: '还差几个问题。',
  },
  needs: { topUps: TOP_UPS },
  figures: ({ topUps }): Figures => ({
    numbers: { topUps: { unit: 'fen-per-month', value: fen(topUps.total) } },
    based: topUps.based,
  }),
});
