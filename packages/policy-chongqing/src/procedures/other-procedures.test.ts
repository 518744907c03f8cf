import { describe, expect, it, test } from 'vitest';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../districts/codes.ts';
import { APPLIED, drop, edit, ends, on, put, reaches, TODAY } from './events-for-test.ts';
import {
  AFTER_ABSENCE,
  AFTER_DEATH,
  APPLICATION,
  type CaseEvent,
  CHECK_ITEMS,
  DESTITUTE_APPLICATION,
  EXIT,
  inDistrict,
  mayRecord,
  RAISE,
  REAL_NAME_REPORT,
  REVIEW,
  RIGID_APPLICATION,
  replay,
  SMALL_SUM_FIRST,
  sharedResult,
} from './index.ts';

describe('别的程序', () => {
  it('小额先救助：救助前面没有核对、没有公示、没有走访', () => {
    expect(SMALL_SUM_FIRST.steps.map((one) => one.event)).toEqual(['sent', 'small-sum-paid', 'small-sum-seen', 'explained-after']);
    const record: CaseEvent[] = [{ kind: 'sent', on: TODAY, role: 'resident' }];
    expect(
      mayRecord(SMALL_SUM_FIRST, record, { kind: 'small-sum-paid', on: TODAY, role: 'township', reason: '断粮', amount: 30_000 }),
    ).toEqual({
      ok: true,
    });
    // F6-01: whom, why and how much are written down.
    expect(mayRecord(SMALL_SUM_FIRST, record, { kind: 'small-sum-paid', on: TODAY, role: 'township', reason: '断粮' })).toMatchObject({
      ok: false,
      missing: [{ words: '记下金额' }],
    });
  });

  it('六（二）：增发要公示 7 天、另一个人确认；不需要听取意见', () => {
    const events: CaseEvent[] = [
      { kind: 'opened', on: on('2026-08-03'), role: 'township' },
      { kind: 'opinion', on: on('2026-08-04'), role: 'township', by: 'a', reason: '添了孩子' },
      { kind: 'notice-posted', on: on('2026-08-05'), role: 'township' },
      { kind: 'confirmed', on: on('2026-08-13'), role: 'district', by: 'b' },
      { kind: 'takes-effect', on: on('2026-09-01'), role: 'district' },
    ];
    expect(replay(RAISE, events)).toEqual(events);
    expect(reaches(RAISE, edit(events, 'confirmed', { on: on('2026-08-12') }), 'confirmed')).toBe(false);
    expect(reaches(RAISE, edit(events, 'confirmed', { by: 'a' }), 'takes-effect')).toBe(false);
  });

  const reviewed: readonly CaseEvent[] = [
    { kind: 'opened', on: on('2026-08-03'), role: 'township', periodFrom: on('2026-07-01') },
    { kind: 'check-requested', on: on('2026-08-04'), role: 'township' },
    { kind: 'check-done', on: on('2026-08-05'), role: 'district' },
    { kind: 'check-read', on: on('2026-08-06'), role: 'township' },
    { kind: 'visited', on: on('2026-08-07'), role: 'village', visit: { people: 1, way: 'at-home' } },
    { kind: 'concluded', on: on('2026-08-10'), role: 'township', conclusion: 'unchanged' },
  ];

  test.each<[string, readonly CaseEvent[]]>([
    ['五（三）：没有走访', drop(reviewed, 'visited')],
    ['五（三）：住在本地只视频', edit(reviewed, 'visited', { visit: { people: 1, way: 'video' } })],
    ['五（一）：核对结果没人看', drop(reviewed, 'check-read')],
    ['五（二）：疑问没有核实', put(reviewed, 'check-read', { kind: 'doubted', on: on('2026-08-06'), role: 'township' })],
    ['五（一）：没有核对', drop(reviewed, 'check-done')],
    ['四：没有写明核查期', edit(reviewed, 'opened', { periodFrom: undefined })],
    ['四：结论不在列出的里面', edit(reviewed, 'concluded', { conclusion: 'suspend' })],
    ['四：没有写结论', edit(reviewed, 'concluded', { conclusion: undefined })],
  ])('核查%s，不能结束', (_title, events) => {
    expect([reaches(REVIEW, reviewed, 'concluded'), reaches(REVIEW, events, 'concluded')]).toEqual([true, false]);
  });

  it('五（二）：疑问核实了才能结束，又有疑问就再核实', () => {
    const doubted: CaseEvent = { kind: 'doubted', on: on('2026-08-06'), role: 'township' };
    const settled: CaseEvent = { kind: 'doubt-settled', on: on('2026-08-06'), role: 'township', reason: '入户看过车' };
    expect(reaches(REVIEW, put(reviewed, 'check-read', doubted, settled), 'concluded')).toBe(true);
    expect(reaches(REVIEW, put(reviewed, 'check-read', doubted, settled, doubted), 'concluded')).toBe(false);
  });

  it('七（一）：实名举报没有反馈就没有办结', () => {
    const events: CaseEvent[] = [
      { kind: 'opened', on: TODAY, role: 'resident' },
      { kind: 'looked-into', on: TODAY, role: 'district', reason: '查过' },
      { kind: 'answered', on: TODAY, role: 'district', reason: '已告知' },
    ];
    expect(replay(REAL_NAME_REPORT, events)).toEqual(events);
    expect(ends(REAL_NAME_REPORT, drop(events, 'looked-into'))).toEqual(['opened']);
  });

  it('二（三）：不会申请的人，村社和镇街可以替他提出', () => {
    for (const one of [APPLICATION, DESTITUTE_APPLICATION, RIGID_APPLICATION])
      for (const role of ['village', 'township'] as const)
        expect(reaches(one, [{ kind: 'sent', on: on('2026-03-02'), by: 'a', role }], 'sent'), `${one.title} ${role}`).toBe(true);
  });

  it('二（二）：核对婚姻、殡葬，和不动产、存款、公积金养老金、市场主体、死亡', () => {
    const titles = (clause: string) =>
      CHECK_ITEMS.filter((one) => (one.clauses as readonly string[]).includes(clause)).map((one) => one.title);
    expect(titles('YM239-2-2a')).toEqual(['婚姻', '殡葬']);
    expect(titles('YM239-2-2b')).toEqual(['死亡', '公积金、养老金', '不动产', '银行存款', '市场主体']);
  });

  it('一（三）：村社可以报告去世，核实了才重新核算，核算了才办结', () => {
    const events: CaseEvent[] = [
      { kind: 'opened', on: TODAY, role: 'village' },
      { kind: 'death-verified', on: TODAY, role: 'township', reason: '户籍已注销' },
      { kind: 'recounted', on: TODAY, role: 'township' },
      { kind: 'settled', on: TODAY, role: 'township', conclusion: 'cut' },
    ];
    expect(replay(AFTER_DEATH, events)).toEqual(events);
    expect(reaches(AFTER_DEATH, drop(events, 'death-verified'), 'recounted')).toBe(false);
    expect(reaches(AFTER_DEATH, drop(events, 'recounted'), 'settled')).toBe(false);
  });

  it('六（四）：服刑、强制戒毒、宣告失踪：核实了才去掉这个人、重新核算，金额不在这里变', () => {
    const events: CaseEvent[] = [
      { kind: 'opened', on: TODAY, role: 'resident' },
      { kind: 'absence-verified', on: TODAY, role: 'township', reason: '看了判决书' },
      { kind: 'recounted', on: TODAY, role: 'township' },
      { kind: 'settled', on: TODAY, role: 'township', conclusion: 'cut' },
    ];
    expect(reaches(AFTER_ABSENCE, events, 'settled')).toBe(true);
    expect(reaches(AFTER_ABSENCE, drop(events, 'absence-verified'), 'recounted')).toBe(false);
    expect(reaches(AFTER_ABSENCE, edit(events, 'absence-verified', { reason: ' ' }), 'absence-verified')).toBe(false);
    expect(reaches(AFTER_ABSENCE, edit(events, 'settled', { conclusion: 'taper' }), 'settled')).toBe(false);
    expect(AFTER_ABSENCE.canLower).toBe(false);
  });

  it('一（二）：书面承诺由本人作，承诺了不等补材料也能提意见', () => {
    const here = inDistrict(APPLICATION, JIULONGPO, TODAY);
    const asked: CaseEvent = { kind: 'correction-asked', on: on('2026-03-03'), role: 'township', reason: '收入证明' };
    const promised: CaseEvent = { kind: 'promised', on: on('2026-03-03'), role: 'resident' };
    const events = put(APPLIED, 'accepted', asked, promised);
    expect(replay(here, events)).toEqual(events);
    expect(reaches(here, edit(events, 'promised', { role: 'township' }), 'promised')).toBe(false);
  });

  it('（二十）：四类认定都是一次授权、一次核对、一次确认', () => {
    for (const one of [APPLICATION, RIGID_APPLICATION, DESTITUTE_APPLICATION]) {
      for (const event of ['authorised', 'check-requested', 'visited', 'confirmed'])
        expect(one.steps.filter((step) => step.event === event)).toHaveLength(1);
    }
  });

  test.each([
    ['五（二）：近亲属在保的自己查，不用别人的结果', TONGLIANG, true, true, 'own', 'YMF12-22b'],
    ['永川三（二）：近亲属逐一查', YONGCHUAN, true, true, 'own', 'YC67-3-2c'],
    ['九龙坡五（二）：近亲属逐一查', JIULONGPO, false, true, 'own', 'JLP53-5-2b'],
    ['铜梁（二）四是：别的部门刚查过的，由工作人员定用不用', TONGLIANG, true, false, 'officer', 'TL42-C2o'],
    ['铜梁没有别人查过', TONGLIANG, false, false, 'own', 'MCA57-31'],
    ['别的区自己查', JIULONGPO, true, false, 'own', 'MCA57-31'],
  ] as const)('核查结果能不能共用，%s', (_title, district, reviewedByAnother, relativeOfStaff, answer, clause) => {
    const shared = sharedResult({ district, reviewedByAnother, relativeOfStaff });
    expect(shared.answer).toBe(answer);
    expect(shared.clauses).toContain(clause);
  });

  it('（二十）：转入边缘或刚性支出只要本人同意，不要材料', () => {
    const events: CaseEvent[] = [
      { kind: 'opened', on: TODAY, role: 'township' },
      { kind: 'transfer-offered', on: TODAY, role: 'township' },
      { kind: 'consented', on: TODAY, role: 'resident' },
      { kind: 'transferred', on: TODAY, role: 'township' },
    ];
    expect(replay(EXIT, events)).toEqual(events);
    expect(reaches(EXIT, drop(events, 'consented'), 'transferred')).toBe(false);
    expect(reaches(EXIT, edit(events, 'consented', { role: 'township' }), 'transferred')).toBe(false);
    expect(EXIT.steps.some((one) => one.event === 'correction-asked')).toBe(false);
  });
});
