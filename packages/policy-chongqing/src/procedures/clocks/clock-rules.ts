import type { ClockRule, ClockStart, Period } from './clock.ts';

const workingDays = (value: number): Period => ({ unit: 'working-days', value });
const days = (value: number): Period => ({ unit: 'days', value });
const months = (value: number): Period => ({ unit: 'months', value });

const clock = (
  id: string,
  title: string,
  starts: ClockStart,
  period: Period,
  clauses: string[],
  more: Partial<ClockRule> = {},
): ClockRule => ({
  id,
  title,
  starts,
  period,
  clauses,
  certainty: 'full-text',
  ...more,
});

/** Every period of the procedures: how long, from when, and which clause sets it. */
export const CLOCK_RULES = {
  firstReply: clock('first-reply', '提交后第一次回复', 'sent', workingDays(3), [], { assumption: 'first-reply-3-working-days' }),
  surveyStart: clock('survey-start', '启动家庭经济状况调查', 'accepted', workingDays(3), ['MCA57-15', 'YM239-3-1a']),
  checkStart: clock('check-start', '启动信息核对', 'check-requested', workingDays(3), ['MCA57-17', 'YM239-3-1a']),
  notice: clock('notice', '公示初审意见', 'posted', days(7), ['YM239-3-2a', 'MCA57-19']),
  confirm: clock('confirm', '区县提出审核确认意见', 'forwarded', workingDays(10), ['MCA57-20', 'YM239-3-1a']),
  refusalLetter: clock('refusal-letter', '书面告知并说明理由', 'decided', workingDays(3), ['MCA57-21', 'SAL2026-45']),
  decision: clock('decision', '办完审核确认', 'accepted', workingDays(30), ['YM239-3-1b', 'MCA57-22']),
  decisionByTownship: clock('decision-by-township', '办完审核确认（镇街确认）', 'accepted', workingDays(20), ['YM239-3-1c']),
  decisionExtended: clock('decision-extended', '办完审核确认（已延长）', 'accepted', workingDays(45), ['YM239-3-1d', 'MCA57-22']),
  destituteOpinion: clock('destitute/opinion', '提出特困初审意见', 'accepted', workingDays(15), ['DESTITUTE2021-13']),
  destituteNotice: clock('destitute/notice', '公示特困初审意见', 'posted', days(7), ['DESTITUTE2021-15']),
  destituteAgain: clock('destitute/again', '有异议，重新调查并再提初审意见', 'objected', workingDays(15), ['DESTITUTE2021-15']),
  destituteConfirm: clock('destitute/confirm', '区县提出确认意见', 'forwarded', workingDays(15), ['DESTITUTE2021-16']),
  destituteRefusalLetter: clock('destitute/refusal-letter', '书面告知并说明理由', 'decided', workingDays(3), [
    'DESTITUTE2021-18',
    'SAL2026-45',
  ]),
  selfCareAgain: clock('destitute/self-care', '复核自理能力', 'reported', workingDays(10), ['DESTITUTE2021-23']),
  rigidDecision: clock('rigid/decision', '办完刚性支出困难家庭认定', 'accepted', workingDays(30), ['MCA57R-8']),
  rigidExtended: clock('rigid/decision-extended', '办完刚性支出困难家庭认定（已延长）', 'accepted', workingDays(45), ['MCA57R-8']),
  rigidValid: clock('rigid/valid', '刚性支出困难家庭有效期', 'granted', months(12), ['MCA57R-10', 'F4-24']),
  smallFirst: clock('temporary/small-first', '小额先救助', 'sent', days(3), ['F6-01', 'SAL2026-50', 'YMF12-14b'], { certainty: 'page' }),
  afterDeath: clock('after-death', '核查家庭状况并办完手续', 'died', months(3), ['YM239-1-3c']),
  toldInTime: clock('told-in-time', '重大变化告知镇街', 'reported', months(3), ['YM239-4-5c']),
  reviewYearly: clock('review/yearly', '定期核查', 'reviewed', months(12), ['JLP53-4-1', 'TL42-C2l', 'MCA57-31']),
  reviewHalfYearly: clock('review/half-yearly', '定期核查', 'reviewed', months(6), ['JLP53-4-2', 'TL42-C2m', 'MCA57-31']),
  reviewMonthly: clock('review/monthly', '每月核查', 'reviewed', months(1), ['YC67-3-2a']),
  taper: clock('taper', '渐退期', 'tapered', months(6), ['YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b']),
  watchAfterLeaving: clock('watch/left', '退出后监测', 'left', months(24), ['YMF12-5c']),
  watchAfterRefusal: clock('watch/refused', '不予确认后监测', 'decided', months(24), ['YMF12-5c'], {
    assumption: 'refused-watched-two-years',
  }),
  referralAnswer: clock('referral/answer', '转介有下文', 'referred', workingDays(20), ['JLP53-6-6e'], {
    assumption: 'referral-comes-back-after-20-working-days',
  }),
  checkSilent: clock('check/silent', '核对来源回话', 'check-requested', workingDays(10), [], {
    assumption: 'silent-source-10-working-days',
  }),
  elsewhereAnswer: clock('elsewhere/answer', '回别省来的核对请求', 'reported', workingDays(10), ['YM239-2-2c'], {
    assumption: 'elsewhere-answer-10-working-days',
  }),
  publication: clock('publication', '公布确认结果', 'posted', months(12), ['YM239-3-2b', 'MCA57-24'], {
    assumption: 'publication-12-months',
  }),
} as const satisfies Record<string, ClockRule>;

export type ClockRuleName = keyof typeof CLOCK_RULES;
