import { describe, expect, it, test } from 'vitest';
import { MONITORING_INDICATORS } from '../../benefits/recipient-kinds.ts';
import { drop, edit, reaches, TODAY } from '../events-for-test.ts';
import { ALERT, ALERT_ENDS, ALERT_INDICATORS, APPLICATION, type CaseEvent, EXIT, FALLING_BACK_MARKS, replay, WATCHED } from '../index.ts';

describe('预警和监测', () => {
  const alerted: readonly CaseEvent[] = [
    { kind: 'opened', on: TODAY, role: 'district' },
    { kind: 'visited', on: TODAY, role: 'township', visit: { people: 1, way: 'at-home' } },
    { kind: 'judged', on: TODAY, role: 'township', looked: ['work', 'health', 'living'] },
    { kind: 'concluded', on: TODAY, role: 'township', conclusion: 'nothing-found', reason: '上门看过，都好' },
  ];

  it('五（四）：预警要上门看、三方面都判断，才能结束', () => {
    expect(replay(ALERT, alerted)).toEqual(alerted);
    expect(reaches(ALERT, drop(alerted, 'visited'), 'concluded')).toBe(false);
    expect(reaches(ALERT, edit(alerted, 'concluded', { conclusion: 'stop' }), 'concluded')).toBe(false);
    expect(reaches(ALERT, edit(alerted, 'judged', { looked: ['work', 'health'] }), 'concluded')).toBe(false);
  });

  it('（七）：预警不管哪种结果，都要写明看到了什么、做了什么', () => {
    expect(reaches(ALERT, edit(alerted, 'concluded', { reason: undefined }), 'concluded')).toBe(false);
    expect(reaches(ALERT, edit(alerted, 'concluded', { reason: ' ' }), 'concluded')).toBe(false);
  });

  it('（七）：预警六种结果，可能不再符合的只开始核查，没有一种直接减停', () => {
    expect(Object.keys(ALERT_ENDS)).toHaveLength(6);
    expect(ALERT_ENDS['may-no-longer-qualify'].opens).toBe('review');
    for (const { opens } of Object.values(ALERT_ENDS)) expect([undefined, 'application', 'review', 'monitoring']).toContain(opens);
  });

  test.each<[string, keyof typeof ALERT_ENDS, string | undefined, string]>([
    ['政策没落实的去落实', 'policy-not-carried-out', undefined, 'YMF12-7a'],
    ['可能符合的告知并帮着申请', 'may-qualify', 'application', 'YMF12-7b'],
    ['符合条件的主动协助申办', 'may-qualify', 'application', 'JLP53-5-4d'],
    ['没在保、发现符合的启动救助程序', 'may-qualify', 'application', 'YMF12-6f'],
    ['重病重残等符合的及时纳入', 'may-qualify', 'application', 'YM239-2-4b'],
    ['复杂的一事一议', 'complex', undefined, 'YMF12-7d'],
    ['多部门的急难个案一起商量', 'complex', undefined, 'YM239-2-4d'],
    ['特殊个案由协调机制商量', 'complex', undefined, 'YMF12-14c'],
    ['风险高的纳入监测', 'at-risk', 'monitoring', 'JLP53-5-4e'],
    ['已在保的看政策落实没有', 'policy-not-carried-out', undefined, 'YMF12-6e'],
  ])('预警结果：%s', (_title, end, opens, clause) => {
    expect(ALERT_ENDS[end].opens).toBe(opens);
    expect(ALERT_ENDS[end].clauses).toContain(clause);
  });

  test.each([
    ['二（三）：重病、残疾、就学、失业四类指标', 'YM239-2-3b', ['重病', '残疾', '就学困难', '失业']],
    ['（六）：和重病、重残、困难学生、登记失业比对', 'YMF12-6b', ['重病', '残疾', '就学困难', '失业']],
    ['二（三）：和防返贫数据比对', 'YM239-2-3c', ['与防返贫数据每月比对']],
    ['永川七（二）：区里发来的疑点', 'YC67-7-2a', ['区里比对发来的疑点']],
    ['铜梁（三）：几个平台都能预警', 'TL42-C3b', ['其他平台的预警']],
  ])('预警从哪里来，%s', (_title, clause, titles) => {
    const found = Object.values(ALERT_INDICATORS).filter((one) => (one.clauses as readonly string[]).includes(clause));
    expect(found.map((one) => one.title)).toEqual(titles);
  });

  test.each(['YMF12-6c', 'YC67-7-2d', 'TL42-C3d', 'YM239-2-3a'])('村社走访发现的，村社自己就能报上来（%s）', (clause) => {
    const found = Object.values(ALERT_INDICATORS).filter((one) => (one.clauses as readonly string[]).includes(clause));
    expect(found.map((one) => one.title)).toEqual(['走访时发现']);
    expect(reaches(ALERT, edit(alerted, 'opened', { role: 'village' }), 'opened')).toBe(true);
  });

  it('二（三）：防返贫数据每月比对一次', () => {
    expect(ALERT_INDICATORS['monthly-comparison'].everyMonths).toBe(1);
  });

  it('（五）：退出以后监测两年，不予确认的也监测', () => {
    expect(EXIT.steps.find((one) => one.event === 'watched')?.clocks).toEqual(['watchAfterLeaving']);
    expect(APPLICATION.steps.find((one) => one.event === 'refused')?.clocks).toContain('watchAfterRefusal');
    expect(Object.values(WATCHED).map((one) => one.title)).toEqual(
      expect.arrayContaining(['退出的家庭', '没有确认的申请家庭', '其他困难人员', '防返贫监测对象']),
    );
  });

  it('铜梁（二）：防返贫的标识、识别、同步认定、风险消除都有，调查看十项', () => {
    expect(Object.values(FALLING_BACK_MARKS).flatMap((one) => [...one.clauses])).toEqual(['TL42-C2b', 'TL42-C2d', 'TL42-C2k', 'TL42-C4b']);
    expect(new Set(MONITORING_INDICATORS).size).toBe(10);
  });
});
