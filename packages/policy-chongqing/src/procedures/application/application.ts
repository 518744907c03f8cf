import { civilDate } from '@assist/policy';
import { MONITORING_INDICATORS } from '../../benefits/recipient-kinds.ts';
import { TONGLIANG } from '../../districts/codes.ts';
import type { Overlay, Procedure, Step } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';
import {
  AUTHORISED,
  accepted,
  CHECK,
  CORRECTION_ANSWERED,
  CORRECTION_ASKED,
  DECIDED,
  DECISION,
  extended,
  FORWARDED,
  NEIGHBOURS_ASKED,
  NOTICE,
  OBJECTIONS,
  OPINION,
  PROMISED,
  RELATIVE_REGISTERED,
  SENT,
  VISITED,
} from './steps.ts';

const RECEIVED: readonly Step[] = [SENT, CORRECTION_ASKED, CORRECTION_ANSWERED, PROMISED, AUTHORISED];

/** Tongliang: the village reviews after the application, and the township's joint meeting sits before the opinion. */
const IN_TONGLIANG: readonly Overlay[] = [
  {
    district: TONGLIANG,
    from: civilDate('2025-09-08'),
    after: 'accepted',
    step: {
      event: 'village-reviewed',
      by: ['village', 'township'],
      requires: [done('sent', '先有申请', 'TL42-C2g')],
      clauses: ['TL42-C2g'],
    },
    alsoRequires: { opinion: [done('village-reviewed', '村社评议过', 'TL42-C2g')] },
  },
  {
    district: TONGLIANG,
    from: civilDate('2025-09-08'),
    after: 'visited',
    step: {
      event: 'joint-meeting',
      by: ['township'],
      requires: [
        done('check-done', '核对完成以后开会', 'TL42-C2j'),
        needs({ ask: 'visit', people: 2, inPeriod: false }, '两人以上入户走访过', ['TL42-C2i']),
      ],
      clauses: ['TL42-C2j'],
    },
    alsoRequires: {
      // One form for every office, or a report with the same ten points; the city's form itself was not found.
      visited: [needs({ ask: 'surveyed', all: MONITORING_INDICATORS }, '调查报告十项都写到', ['TL42-C2f', 'TL42-C2e'])],
      opinion: [done('joint-meeting', '镇街联合会议研判过', 'TL42-C2j')],
    },
  },
];

/** Subsistence allowance, marginal family and the single application: one form, one check, one confirmation. */
export const APPLICATION: Procedure = {
  id: 'application',
  title: '低保、低保边缘、单人户的申请',
  canLower: false,
  ends: [],
  decided: DECIDED,
  steps: [
    ...RECEIVED,
    accepted('surveyStart', 'decision'),
    extended(
      'decisionExtended',
      ['notice-objected', 'lives-elsewhere', 'applied-elsewhere', 'hard-to-investigate'],
      ['YM239-3-1d', 'MCA57-22'],
    ),
    RELATIVE_REGISTERED,
    ...CHECK,
    VISITED,
    OPINION,
    NOTICE,
    ...OBJECTIONS,
    NEIGHBOURS_ASKED,
    FORWARDED,
    ...DECISION,
  ],
  overlays: IN_TONGLIANG,
  notes: ['没有哪一步可以不收申请。', '期限从受理起算，等补材料的日子照算：没有文件写可以停。'],
};

const destituteDecision: readonly Step[] = DECISION.map((step) =>
  step.event === 'refused' ? { ...step, clocks: ['destituteRefusalLetter'], clauses: ['DESTITUTE2021-18', 'SAL2026-45'] } : step,
);

/** Destitute support: 15 working days to an opinion, 7 days of notice, 15 working days to confirm, at least 30 % looked at again. */
export const DESTITUTE_APPLICATION: Procedure = {
  id: 'application/destitute',
  title: '特困供养的申请',
  canLower: false,
  ends: [],
  decided: DECIDED,
  steps: [
    ...RECEIVED,
    { ...accepted('destituteOpinion'), clauses: ['DESTITUTE2021-12', 'DESTITUTE2021-13'] },
    RELATIVE_REGISTERED,
    ...CHECK,
    { ...VISITED, clauses: ['DESTITUTE2021-13'] },
    {
      event: 'village-reviewed',
      by: ['village', 'township'],
      requires: [done('accepted', '先受理', 'DESTITUTE2021-14')],
      clauses: ['DESTITUTE2021-14'],
      leftToOfficer: '要不要民主评议，由镇街视情决定。',
    },
    {
      ...OPINION,
      requires: [
        done('check-done', '信息核对已完成', 'DESTITUTE2021-13'),
        done('visited', '入户走访过', 'DESTITUTE2021-13'),
        carries('by', '写明是谁提的意见', 'SAL2026-44'),
        carries('reason', '意见里写了原因', 'SAL2026-44'),
      ],
      clauses: ['DESTITUTE2021-13', 'SAL2026-44'],
    },
    { ...NOTICE, clocks: ['destituteNotice'], clauses: ['DESTITUTE2021-15'] },
    ...OBJECTIONS.map((step) => ({
      ...step,
      clauses: ['DESTITUTE2021-15'],
      ...(step.event === 'objected' ? { clocks: ['destituteAgain' as const] } : {}),
    })),
    { ...FORWARDED, clocks: ['destituteConfirm'], clauses: ['DESTITUTE2021-15', 'SAL2026-44'] },
    {
      event: 'sampled',
      by: ['district'],
      requires: [done('forwarded', '镇街已报来', 'DESTITUTE2021-16')],
      clauses: ['DESTITUTE2021-16'],
      leftToOfficer: '抽哪些户由区县随机定，总数不低于三成。',
    },
    ...destituteDecision,
  ],
  overlays: IN_TONGLIANG,
};

/** Rigid-expenditure family: a written decision within 30 working days, 45 for two reasons; valid for twelve months. */
export const RIGID_APPLICATION: Procedure = {
  id: 'application/rigid-expenditure',
  title: '刚性支出困难家庭的认定',
  canLower: false,
  ends: [],
  decided: DECIDED,
  steps: [
    ...RECEIVED,
    { ...accepted('rigidDecision'), clauses: ['MCA57R-6', 'MCA57R-8'] },
    extended('rigidExtended', ['lives-elsewhere', 'hard-to-investigate'], ['MCA57R-8']),
    RELATIVE_REGISTERED,
    ...CHECK,
    VISITED,
    { ...OPINION, clauses: ['MCA57R-6', 'MCA57R-7', 'SAL2026-44'] },
    NOTICE,
    ...OBJECTIONS,
    NEIGHBOURS_ASKED,
    FORWARDED,
    ...DECISION.map((step) =>
      step.event === 'confirmed' ? { ...step, clocks: ['rigidValid' as const], clauses: ['MCA57R-7', 'MCA57R-10'] } : step,
    ),
  ],
  overlays: IN_TONGLIANG,
  notes: ['情形复杂的可以一事一议（MCA57R-9）。', '期满要重新申请，没变的材料不再交（MCA57R-10）。'],
};
