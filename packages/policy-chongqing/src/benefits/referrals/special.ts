import { inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { SEVERE_GRADE } from '../../values/top-ups.ts';
import { AREA, EMERGENCY, members } from '../household/facts.ts';
import type { Group } from './recognised.ts';
import { inOneOf } from './recognised.ts';
import { referral } from './referral.ts';
import { someone, toldOf } from './someone.ts';

const FOUR: readonly Group[] = ['destitute', 'subsistence', 'marginal', 'rigid'];
const PUPILS = ['preschool', 'compulsory', 'senior-secondary', 'full-time-undergraduate-or-below'] as const;

export const EDUCATION = referral({
  id: 'education',
  title: '教育资助',
  about: '助学金、生活补助、勤工助学、助学贷款、减免费用。向读书的学校申请。',
  handledBy: '就读的学校',
  clauses: ['YMF12-10a', 'YMF12-10b', 'SAL2026-25', 'SAL2026-38'],
  leftToOfficer: '给哪一种、给多少，由学校定。',
  sentences: { 'for-officer': '可能用得上，向就读的学校申请，由学校看过再定；新困难起来的，一般从下一期起。' },
  needs: { people: members('id', 'schooling') },
  someoneLooks: true,
  standings: ({ recognised, people }) => [
    inOneOf(recognised, FOUR),
    someone(people, (one) => toldOf(one.id, 'schooling', one.schooling, (schooling) => PUPILS.some((kind) => kind === schooling))),
  ],
});

export const HOUSING = referral({
  id: 'housing',
  title: '住房救助',
  about: '城里优先配租公租房或者发租赁补贴，农村优先危房改造。',
  handledBy: '镇街和住房部门',
  clauses: ['YMF12-11a', 'YMF12-11b', 'SAL2026-26', 'SAL2026-38'],
  leftToOfficer: '算不算住房困难，由住房部门看。',
  sentences: {
    'for-officer/urban': '可能用得上：优先配租公租房，或者发租赁补贴，由住房部门看过再定。',
    'for-officer/rural': '可能用得上：优先改造危房，由镇街和住房部门看过再定。',
  },
  needs: { area: AREA },
  someoneLooks: true,
  standings: ({ recognised }) => [inOneOf(recognised, FOUR)],
  figures: ({ area }) => (area === undefined ? { numbers: {} } : { numbers: {}, reason: area }),
});

export const EMPLOYMENT = referral({
  id: 'employment',
  title: '就业帮扶',
  about: '介绍工作、培训补贴、社保补贴、公益岗位、贷款贴息、税费减免。',
  handledBy: '镇街和人力社保部门',
  clauses: ['YMF12-12', 'SAL2026-27'],
  leftToOfficer: '符合哪一种，由人力社保部门看。',
  needs: { people: members('id', 'work') },
  someoneLooks: true,
  standings: ({ recognised, people }) => [
    inOneOf(recognised, ['subsistence', 'marginal', 'rigid']),
    someone(people, (one) => toldOf(one.id, 'work', one.work, (work) => work === 'unemployed')),
  ],
});

export const DISASTER_RELIEF = referral({
  id: 'disaster-relief',
  title: '受灾救助',
  about: '遭了自然灾害的，给应急救助、生活救助，房子倒了损了帮着修。',
  handledBy: '镇街和应急管理部门',
  clauses: ['YMF12-13', 'SAL2026-28', 'YM239-1-6b'],
  leftToOfficer: '是不是自然灾害、帮到什么程度，由应急管理部门看。',
  needs: { emergency: EMERGENCY },
  someoneLooks: true,
  standings: ({ emergency }) => {
    if (emergency === undefined) return [{ verdict: 'unknown', missing: ['emergency'] }];
    return [{ verdict: emergency !== false && emergency.kind === 'disaster' ? 'met' : 'not-met', missing: [] }];
  },
});

export const BILL_RELIEF = referral({
  id: 'bill-relief',
  title: '电费、有线电视、殡葬减免',
  about: '电费、有线电视基本收视维护费、殡葬基本服务费有减免。',
  handledBy: '供电、广电、民政部门',
  clauses: ['YMF12-16a'],
  leftToOfficer: '别的低收入人口能不能减免，由经办部门看。',
  needs: {},
  standings: ({ recognised }) => [inOneOf(recognised, ['destitute', 'subsistence'])],
});

export const WASTE_FEE_RELIEF = referral({
  id: 'waste-fee-relief',
  title: '生活垃圾处置费减免',
  about: '城市低保家庭的生活垃圾处置费有减免。',
  handledBy: '城市管理部门',
  clauses: ['YMF12-16b'],
  leftToOfficer: '按低保认定办。',
  needs: { area: AREA },
  standings: ({ recognised, area }) => [
    inOneOf(recognised, ['subsistence']),
    area === undefined ? { verdict: 'unknown', missing: ['area'] } : { verdict: area === 'urban' ? 'met' : 'not-met', missing: [] },
  ],
});

export const BARRIER_FREE = referral({
  id: 'barrier-free',
  title: '家里的无障碍改造',
  about: '困难重度残疾人家里装扶手、坡道等。',
  handledBy: '残联',
  clauses: ['YMF12-16c'],
  leftToOfficer: '家里要怎么改，由残联看。',
  needs: { people: members('id', 'disability'), severe: inForce<Household, number>(SEVERE_GRADE) },
  someoneLooks: true,
  standings: ({ recognised, people, severe }) => [
    inOneOf(recognised, FOUR),
    severe === undefined
      ? { verdict: 'for-officer', missing: [] }
      : someone(people, (one) =>
          toldOf(one.id, 'disability', one.disability, (disability) => disability !== false && disability.grade <= severe.value),
        ),
  ],
});

/** Care and visits for those who cannot manage alone (YMF12-15a), and collective care for disabled elders (YMF12-15b). */
export const CARE_VISITS = referral({
  id: 'care-visits',
  title: '上门探访和照料',
  about: '生活不能自理的老人、孩子、残疾人，可以有人上门看望、照料。',
  handledBy: '镇街',
  clauses: ['YMF12-15a', 'YMF12-15c', 'SAL2026-34'],
  leftToOfficer: '当地有没有这项服务、给谁，由镇街定。',
  needs: { people: members('id', 'cannotDoAlone') },
  someoneLooks: true,
  standings: ({ recognised, people }) => [
    inOneOf(recognised, FOUR),
    someone(people, (one) => toldOf(one.id, 'cannotDoAlone', one.cannotDoAlone, (items) => items.length > 0)),
  ],
});

export const CHARITY = referral({
  id: 'charity',
  title: '慈善帮扶',
  about: '政策帮不到的难处，可以和慈善项目对接。',
  handledBy: '镇街和民政部门',
  clauses: ['YMF12-17a', 'YMF12-17b'],
  leftToOfficer: '有没有合适的项目，由民政部门对接。',
  needs: {},
  someoneLooks: true,
  standings: () => [],
});
