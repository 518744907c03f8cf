import type { CivilDate, DivisionCode } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { workingCalendar } from '../../calendar/index.ts';
import {
  CLOCK_ASSUMPTIONS,
  CLOCK_RULES,
  type ClockRuleName,
  type ClocksQuestion,
  clocksFor,
  EXTENSION_REASONS,
  runClock,
} from './index.ts';

const on = (text: string) => text as CivilDate;
const district = (code: string) => code as DivisionCode;

/** A calendar without holidays: a working day is a weekday, so the expected days can be counted on any calendar sheet. */
const weekdays = workingCalendar({ official: { '2026': { free: [], worked: [] }, '2027': { free: [], worked: [] } }, statutory: {} });

// Monday 2 March 2026: 15 working days later is Monday 23 March, 20 → 30 March, 30 → 13 April, 45 → 4 May.
const ACCEPTED = on('2026-03-02');
const asked: ClocksQuestion = { sentOn: on('2026-02-27'), acceptedOn: ACCEPTED, district: district('500107') };

describe('申请的期限', () => {
  it('提交（周五）后 3 个工作日是下周三：我们自己的承诺，不挂条款', () => {
    const { firstReplyBy, decisionBy } = clocksFor({ sentOn: on('2026-02-27'), district: district('500107') }, weekdays);
    expect(firstReplyBy).toMatchObject({ by: '2026-03-04', clauses: [], certainty: 'assumed', assumption: 'first-reply-3-working-days' });
    expect(decisionBy).toBeUndefined();
  });

  test.each<[string, Partial<ClocksQuestion>, string, string]>([
    ['三（一）：受理起 30 个工作日', {}, '2026-04-13', 'YM239-3-1b'],
    ['三（一）：下放镇街确认的 20 个工作日', { confirmedBy: 'township' }, '2026-03-30', 'YM239-3-1c'],
    ['三（一）：公示有异议 45 个工作日', { extension: { reason: 'notice-objected' } }, '2026-05-04', 'YM239-3-1d'],
    ['三（一）：人户分离 45 个工作日', { extension: { reason: 'lives-elsewhere' } }, '2026-05-04', 'YM239-3-1d'],
    ['三（一）：异地申办 45 个工作日', { extension: { reason: 'applied-elsewhere' } }, '2026-05-04', 'YM239-3-1d'],
    ['三（一）：调查难度较大 45 个工作日', { extension: { reason: 'hard-to-investigate' } }, '2026-05-04', 'YM239-3-1d'],
    [
      '四种以外的理由只有区县书面同意才延长',
      { extension: { reason: 'other', acceptedBy: 'district', inWords: '山路中断' } },
      '2026-05-04',
      'YM239-3-1d',
    ],
    [
      '下放镇街的，延长后也是 45 个工作日',
      { confirmedBy: 'township', extension: { reason: 'notice-objected' } },
      '2026-05-04',
      'YM239-3-1d',
    ],
    ['刚性支出 30 个工作日', { benefit: 'rigid-expenditure' }, '2026-04-13', 'MCA57R-8'],
    ['刚性支出延长到 45 个工作日', { benefit: 'rigid-expenditure', extension: { reason: 'lives-elsewhere' } }, '2026-05-04', 'MCA57R-8'],
    ['永川没有查到下放，按 30 个工作日', { district: district('500118') }, '2026-04-13', 'YM239-3-1b'],
    ['铜梁区级审批，30 个工作日', { district: district('500151') }, '2026-04-13', 'YM239-3-1b'],
  ])('%s', (_title, change, by, clause) => {
    const { decisionBy } = clocksFor({ ...asked, ...change }, weekdays);
    expect(decisionBy?.by).toBe(by);
    expect(decisionBy?.clauses).toContain(clause);
  });

  it('特困认定办法13：受理起 15 个工作日提初审意见，没有写总期限', () => {
    const clocks = clocksFor({ ...asked, benefit: 'destitute' }, weekdays);
    expect(clocks.opinionBy).toMatchObject({ by: '2026-03-23', clauses: ['DESTITUTE2021-13'] });
    expect(clocks.decisionBy).toBeUndefined();
  });
  it('57号文15：受理起 3 个工作日内启动调查', () => {
    expect(clocksFor(asked, weekdays).surveyStartBy).toMatchObject({ by: '2026-03-05', clauses: ['MCA57-15', 'YM239-3-1a'] });
  });

  it('延长的理由正好是文件写的四种', () => {
    expect(Object.values(EXTENSION_REASONS)).toEqual(['公示有异议', '人户分离', '异地申办', '家庭经济状况调查难度较大']);
  });
});

describe('每一个期限', () => {
  test.each<[ClockRuleName, string]>([
    ['checkStart', '2026-03-05'],
    ['notice', '2026-03-09'],
    ['confirm', '2026-03-16'],
    ['refusalLetter', '2026-03-05'],
    ['destituteOpinion', '2026-03-23'],
    ['destituteNotice', '2026-03-09'],
    ['destituteAgain', '2026-03-23'],
    ['destituteConfirm', '2026-03-23'],
    ['destituteRefusalLetter', '2026-03-05'],
    ['selfCareAgain', '2026-03-16'],
    ['rigidValid', '2027-03-02'],
    ['smallFirst', '2026-03-05'],
    ['afterDeath', '2026-06-02'],
    ['toldInTime', '2026-06-02'],
    ['reviewYearly', '2027-03-02'],
    ['reviewHalfYearly', '2026-09-02'],
    ['reviewMonthly', '2026-04-02'],
    ['taper', '2026-09-02'],
    ['watchAfterLeaving', '2028-03-02'],
    ['watchAfterRefusal', '2028-03-02'],
    ['publication', '2027-03-02'],
    ['referralAnswer', '2026-03-30'],
    ['checkSilent', '2026-03-16'],
  ])('%s 从 2026-03-02 起到 %s', (name, by) => {
    expect(runClock(CLOCK_RULES[name], ACCEPTED, weekdays).by).toBe(by);
  });

  it('三个月到月底没有那一天，就到月底', () => {
    expect(runClock(CLOCK_RULES.afterDeath, on('2026-11-30'), weekdays).by).toBe('2027-02-28');
  });

  it('有条款，或者有声明过的假设，二者必有其一；编号不重复', () => {
    const rules = Object.values(CLOCK_RULES);
    expect(new Set(rules.map((one) => one.id)).size).toBe(rules.length);
    const declared = CLOCK_ASSUMPTIONS.map((one) => one.id);
    for (const one of rules) {
      const assumption = 'assumption' in one ? one.assumption : undefined;
      if (assumption) expect(declared).toContain(assumption);
      else expect(one.clauses.length).toBeGreaterThan(0);
    }
  });
});
