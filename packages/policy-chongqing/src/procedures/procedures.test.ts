import type { CivilDate, DivisionCode } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { MONITORING_INDICATORS } from '../benefits/recipient-kinds.ts';
import { citationOf } from '../clauses/index.ts';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../districts/codes.ts';
import {
  AFTER_ABSENCE,
  AFTER_DEATH,
  ALERT,
  ALERT_ENDS,
  ALERT_INDICATORS,
  APPLICATION,
  type CaseEvent,
  CHECK_ITEMS,
  CLOCK_RULES,
  clausesIn,
  DESTITUTE_APPLICATION,
  EXIT,
  FALLING_BACK_MARKS,
  GROUNDS,
  inDistrict,
  lookedAt,
  mayRecord,
  PROCEDURE_ASSUMPTIONS,
  PROCEDURE_CONFLICTS,
  PROCEDURES,
  type Procedure,
  RAISE,
  REAL_NAME_REPORT,
  RECIPIENTS,
  REVIEW,
  type Requirement,
  RIGID_APPLICATION,
  replay,
  reviewCycle,
  reviewInEmergency,
  SMALL_SUM_FIRST,
  sharedResult,
  TEMPORARY,
  WATCHED,
} from './index.ts';

const on = (text: string) => text as CivilDate;
const TODAY = on('2026-11-22');
const DISTRICTS: [string, DivisionCode][] = [
  ['九龙坡', JIULONGPO],
  ['永川', YONGCHUAN],
  ['铜梁', TONGLIANG],
];
const every = (requirement: Requirement): Requirement[] => [
  requirement,
  ...(requirement.ask === 'any' ? requirement.of.flatMap(every) : []),
];

describe('每个程序、每个区', () => {
  test.each(PROCEDURES.flatMap((one) => DISTRICTS.map(([name, code]) => [one.title, name, one, code] as const)))(
    '%s在%s：每一步、每个要求都有条款，只引本区、市和国家的',
    (_title, _name, procedure, code) => {
      const own = { [JIULONGPO]: 'JLP53', [YONGCHUAN]: 'YC67', [TONGLIANG]: 'TL42' }[code];
      for (const step of inDistrict(procedure, code, TODAY).steps) {
        const cited = [step.clauses, ...step.requires.flatMap(every).map((one) => one.clauses)];
        for (const clauses of cited) {
          expect([procedure.id, step.event, clauses.length > 0]).toEqual([procedure.id, step.event, true]);
          expect(clauses.filter((id) => !citationOf(id))).toEqual([]);
          expect(clauses.filter((id) => /^(JLP53|YC67|TL42)-/.test(id) && !id.startsWith(`${own}-`))).toEqual([]);
        }
      }
    },
  );

  describe('延长期限', () => {
    const accepted: CaseEvent[] = [
      { kind: 'sent', on: TODAY, role: 'resident' },
      { kind: 'accepted', on: TODAY, role: 'township', by: 'a' },
    ];
    const extend = (more: Partial<CaseEvent>): CaseEvent => ({
      kind: 'extended',
      on: TODAY,
      role: 'township',
      by: 'a',
      reason: '一家分住两个区，都要走访',
      extension: 'lives-elsewhere',
      ...more,
    });
    const may = (procedure: Procedure, record: readonly CaseEvent[], event: CaseEvent) => mayRecord(procedure, record, event).ok;
    it('条款列的理由、写明情况，才延长；写公示有异议的，异议要在案；只延长一次', () => {
      expect(may(APPLICATION, accepted, extend({}))).toBe(true);
      expect(may(APPLICATION, accepted.slice(0, 1), extend({}))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ extension: undefined }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ extension: 'too-busy' as never }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ reason: ' ' }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ role: 'village' }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ extension: 'notice-objected' }))).toBe(false);
      const objected: CaseEvent = { kind: 'objected', on: TODAY, role: 'resident', objection: 'o1' };
      expect(may(APPLICATION, [...accepted, objected], extend({ extension: 'notice-objected' }))).toBe(true);
      expect(may(APPLICATION, [...accepted, extend({})], extend({}))).toBe(false);
      expect(may(APPLICATION, [...accepted, { kind: 'confirmed', on: TODAY, role: 'district', by: 'b' }], extend({}))).toBe(false);
    });
    it('刚性支出只有两种理由；没有文件写延长的程序，没有这一步', () => {
      expect(may(RIGID_APPLICATION, accepted, extend({}))).toBe(true);
      expect(may(RIGID_APPLICATION, accepted, extend({ extension: 'applied-elsewhere' }))).toBe(false);
      expect(PROCEDURES.filter((one) => one.steps.some((step) => step.event === 'extended')).map((one) => one.id)).toEqual([
        'application',
        'application/rigid-expenditure',
      ]);
    });
  });

  it('假设和冲突引用的编号都登记过，要求里提到的假设都声明过', () => {
    const declared = new Set(PROCEDURE_ASSUMPTIONS.map((one) => one.id));
    expect(declared.size).toBe(PROCEDURE_ASSUMPTIONS.length);
    for (const one of PROCEDURE_ASSUMPTIONS) expect([one.id, one.beside.filter((id) => !citationOf(id))]).toEqual([one.id, []]);
    for (const one of PROCEDURE_CONFLICTS) {
      expect([one.id, one.between.filter((id) => !citationOf(id))]).toEqual([one.id, []]);
      expect([...one.between, 'officer']).toContain(one.taken);
    }
    const used = PROCEDURES.flatMap((one) =>
      one.steps.flatMap((step) => step.requires.flatMap(every).flatMap((need) => need.assumption ?? [])),
    );
    expect(used.filter((id) => !declared.has(id))).toEqual([]);
  });

  it('理由、预警、监测的条款都登记过', () => {
    const cited = [GROUNDS, ALERT_ENDS, ALERT_INDICATORS, WATCHED, FALLING_BACK_MARKS].flatMap((table) =>
      Object.values(table).flatMap((one) => [...one.clauses]),
    );
    expect(cited.filter((id) => !citationOf(id))).toEqual([]);
  });

  it('步骤里的钟都有；没有“暂停”这种事', () => {
    for (const one of PROCEDURES)
      for (const step of one.steps) for (const clock of step.clocks ?? []) expect(CLOCK_RULES[clock]).toBeDefined();
    expect(JSON.stringify(PROCEDURES.map(({ notes: _notes, ...rest }) => rest))).not.toMatch(/暂停|pause|suspend/);
  });

  it('区文件以外的条款不删，本区以外的删掉', () => {
    expect(clausesIn(['JLP53-6-4', 'YC67-4-3', 'TL42-C4a', 'YM239-4-5d', 'SAL2026-48', 'F0-2'], YONGCHUAN)).toEqual([
      'YC67-4-3',
      'YM239-4-5d',
      'SAL2026-48',
      'F0-2',
    ]);
  });
});

const APPLIED: readonly CaseEvent[] = [
  { kind: 'sent', on: on('2026-03-02'), role: 'resident' },
  { kind: 'accepted', on: on('2026-03-03'), role: 'township', by: 'a' },
  { kind: 'authorised', on: on('2026-03-04'), role: 'resident' },
  { kind: 'check-requested', on: on('2026-03-05'), role: 'township', by: 'a' },
  { kind: 'check-done', on: on('2026-03-10'), role: 'district' },
  { kind: 'visited', on: on('2026-03-11'), role: 'township', by: 'a', visit: { people: 2, way: 'at-home' } },
  { kind: 'opinion', on: on('2026-03-12'), role: 'township', by: 'a', reason: '人均收入低于标准' },
  { kind: 'notice-posted', on: on('2026-03-13'), role: 'village' },
  { kind: 'forwarded', on: on('2026-03-21'), role: 'township', by: 'a' },
  { kind: 'confirmed', on: on('2026-03-25'), role: 'district', by: 'b' },
  { kind: 'letter-delivered', on: on('2026-03-26'), role: 'township', remedies: true },
  { kind: 'published', on: on('2026-03-27'), role: 'village' },
];

const ends = (procedure: Procedure, events: readonly CaseEvent[]) => replay(procedure, events).map((one) => one.kind);
const reaches = (procedure: Procedure, events: readonly CaseEvent[], kind: CaseEvent['kind']) => ends(procedure, events).includes(kind);
const edit = (events: readonly CaseEvent[], kind: CaseEvent['kind'], more: Partial<CaseEvent>) =>
  events.map((one) => (one.kind === kind ? { ...one, ...more } : one));
const drop = (events: readonly CaseEvent[], kind: CaseEvent['kind']) => events.filter((one) => one.kind !== kind);
const put = (events: readonly CaseEvent[], after: CaseEvent['kind'], ...more: CaseEvent[]) =>
  events.flatMap((one) => (one.kind === after ? [one, ...more] : [one]));

describe('低保申请', () => {
  const here = inDistrict(APPLICATION, JIULONGPO, TODAY);

  it('一步一步走到公布', () => {
    expect(replay(here, APPLIED)).toEqual(APPLIED);
  });

  it('一（一）：提交不要求任何东西，什么都没有也收', () => {
    expect(mayRecord(here, [], { kind: 'sent', on: TODAY, role: 'resident' })).toEqual({ ok: true });
    expect(mayRecord(here, [{ kind: 'sent', on: TODAY, role: 'resident' }], { kind: 'accepted', on: TODAY, role: 'township' })).toEqual({
      ok: true,
    });
  });

  test.each<[string, readonly CaseEvent[], CaseEvent['kind']]>([
    ['57号文16：一个人去走访，不能提意见', edit(APPLIED, 'visited', { visit: { people: 1, way: 'at-home' } }), 'opinion'],
    ['57号文28：没有核对，不能提意见', drop(APPLIED, 'check-done'), 'opinion'],
    ['社会救助法41：没有人签授权，不能核对', drop(APPLIED, 'authorised'), 'check-requested'],
    ['三（二）：没有公示，不能报区里', drop(APPLIED, 'notice-posted'), 'forwarded'],
    ['三（二）：公示第 7 天还没过完，不能报区里', edit(APPLIED, 'forwarded', { on: on('2026-03-20') }), 'forwarded'],
    ['二（二）：提意见的人不能自己确认', edit(APPLIED, 'confirmed', { by: 'a' }), 'confirmed'],
    ['三（二）：没有确认，不能公布', drop(APPLIED, 'confirmed'), 'published'],
    ['社会救助法76：信里没写复议和诉讼，不算送达', edit(APPLIED, 'letter-delivered', { remedies: undefined }), 'letter-delivered'],
    [
      '没有异议，不去问邻里',
      put(APPLIED, 'notice-posted', { kind: 'neighbours-asked', on: on('2026-03-14'), role: 'village' }),
      'neighbours-asked',
    ],
  ])('%s', (_title, events, kind) => {
    expect(reaches(here, events, kind)).toBe(false);
  });

  it('57号文19：公示有异议的，才可以评议，回复并重新提意见以后再报', () => {
    const objected: CaseEvent = { kind: 'objected', on: on('2026-03-15'), role: 'resident', objection: 'o1' };
    const asked: CaseEvent = { kind: 'neighbours-asked', on: on('2026-03-16'), role: 'township' };
    const answered: CaseEvent = { kind: 'objection-answered', on: on('2026-03-17'), role: 'township', objection: 'o1', reason: '查过' };
    const again: CaseEvent = { kind: 'opinion', on: on('2026-03-18'), role: 'township', by: 'a', reason: '查过，仍然符合' };
    expect(reaches(here, put(APPLIED, 'notice-posted', objected, asked), 'forwarded')).toBe(false);
    expect(reaches(here, put(APPLIED, 'notice-posted', objected, asked, answered), 'forwarded')).toBe(false);
    expect(ends(here, put(APPLIED, 'notice-posted', objected, asked, answered, again))).toContain('published');
  });

  it('确认以后不再重新决定：不能又不予确认、又提意见、又延长；要减要停走自己的程序', () => {
    const late = { on: on('2026-04-20'), by: 'b', reason: '想改', clauses: ['MCA57-21'] } as const;
    const may = (kind: CaseEvent['kind'], more: Partial<CaseEvent> = {}) =>
      mayRecord(here, APPLIED, { ...late, kind, role: here.steps.find((one) => one.event === kind)?.by[0] ?? 'district', ...more }).ok;
    for (const kind of ['refused', 'confirmed', 'opinion', 'notice-posted', 'forwarded', 'check-requested', 'correction-asked'] as const)
      expect([kind, may(kind)]).toEqual([kind, false]);
    expect(may('letter-delivered', { remedies: true })).toBe(true);
    expect(may('published')).toBe(true);
    const paid: CaseEvent[] = (['sent', 'accepted', 'opinion', 'confirmed'] as const).map((kind) => ({
      kind,
      on: TODAY,
      role: kind === 'sent' ? 'resident' : kind === 'confirmed' ? 'district' : 'township',
      by: kind === 'confirmed' ? 'b' : 'a',
      reason: '断粮',
    }));
    expect(replay(TEMPORARY, paid)).toEqual(paid);
    expect(mayRecord(TEMPORARY, paid, { ...late, kind: 'refused', on: TODAY, role: 'district' }).ok).toBe(false);
    expect(mayRecord(TEMPORARY, paid, { ...late, kind: 'paid', on: TODAY, role: 'district', amount: 30_000 }).ok).toBe(true);
  });

  it('不予确认以后，有了新的意见才再定；改成确认的随时可以', () => {
    const refused: CaseEvent = { kind: 'refused', on: on('2026-03-25'), role: 'district', by: 'b', reason: '超过', clauses: ['MCA57-21'] };
    const before = APPLIED.filter((one) => !['confirmed', 'letter-delivered', 'published'].includes(one.kind));
    const again = { ...refused, on: on('2026-04-20') };
    expect(mayRecord(here, [...before, refused], again).ok).toBe(false);
    const opinion: CaseEvent = { kind: 'opinion', on: on('2026-04-19'), role: 'township', by: 'a', reason: '又查过' };
    expect(mayRecord(here, [...before, refused, opinion], again).ok).toBe(true);
    expect(mayRecord(here, [...before, refused], { kind: 'confirmed', on: on('2026-04-20'), role: 'district', by: 'b' }).ok).toBe(true);
  });

  it('不予确认要写原因和依据，由另一个人决定', () => {
    const refused: CaseEvent = {
      kind: 'refused',
      on: on('2026-03-25'),
      role: 'district',
      by: 'b',
      reason: '人均收入高于标准',
      clauses: ['MCA57-21'],
    };
    const events = APPLIED.map((one) => (one.kind === 'confirmed' ? refused : one));
    expect(reaches(here, events, 'refused')).toBe(true);
    for (const less of [{ reason: '' }, { clauses: [] }, { by: 'a' }])
      expect(reaches(here, edit(events, 'refused', less), 'refused')).toBe(false);
    expect(reaches(here, events, 'published')).toBe(false);
  });

  it('铜梁：先村社评议，核对后开联合会议，才能提意见', () => {
    const there = inDistrict(APPLICATION, TONGLIANG, TODAY);
    const reviewed: CaseEvent = { kind: 'village-reviewed', on: on('2026-03-04'), role: 'village' };
    const met: CaseEvent = { kind: 'joint-meeting', on: on('2026-03-11'), role: 'township' };
    const surveyed = edit(APPLIED, 'visited', { surveyed: MONITORING_INDICATORS });
    const both = put(put(surveyed, 'accepted', reviewed), 'visited', met);
    expect([
      reaches(there, APPLIED, 'opinion'),
      reaches(there, drop(both, 'joint-meeting'), 'opinion'),
      reaches(there, drop(both, 'village-reviewed'), 'opinion'),
    ]).toEqual([false, false, false]);
    expect(replay(there, both)).toEqual(both);
    expect(inDistrict(APPLICATION, TONGLIANG, on('2025-09-07')).steps).toHaveLength(APPLICATION.steps.length);
    expect(reaches(here, both, 'village-reviewed')).toBe(false);
  });

  it('铜梁：走访的调查报告十项都写到，少一项不收；别的区不要', () => {
    const there = inDistrict(APPLICATION, TONGLIANG, TODAY);
    const nine = MONITORING_INDICATORS.filter((one) => one !== '饮水安全');
    const visited = (surveyed: readonly string[] | undefined) =>
      reaches(there, surveyed ? edit(APPLIED, 'visited', { surveyed }) : APPLIED, 'visited');
    expect([visited(undefined), visited(nine), visited(MONITORING_INDICATORS)]).toEqual([false, false, true]);
    expect(reaches(inDistrict(APPLICATION, JIULONGPO, TODAY), APPLIED, 'visited')).toBe(true);
  });

  it('特困：公示满 7 天报区里，区里可以抽查', () => {
    const there = inDistrict(DESTITUTE_APPLICATION, JIULONGPO, TODAY);
    const sampled: CaseEvent = { kind: 'sampled', on: on('2026-03-23'), role: 'district' };
    expect(ends(there, put(APPLIED, 'forwarded', sampled))).toEqual(
      ends(here, APPLIED).flatMap((kind) => (kind === 'forwarded' ? [kind, 'sampled'] : [kind])),
    );
  });
});

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

  it('二（三）：不会申请的人，村社和镇街可以替他提出', () => {
    for (const one of [APPLICATION, DESTITUTE_APPLICATION, RIGID_APPLICATION])
      for (const role of ['village', 'township'] as const)
        expect(reaches(one, [{ kind: 'sent', on: on('2026-03-02'), by: 'a', role }], 'sent'), `${one.title} ${role}`).toBe(true);
  });

  it('二（三）：防返贫数据每月比对一次', () => {
    expect(ALERT_INDICATORS['monthly-comparison'].everyMonths).toBe(1);
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

describe('多久核查一次', () => {
  const both = ['m1', 'm2'];
  const key = (...members: string[]) => members.map((member) => ({ member, ground: '重度残疾人' as const }));
  test.each<[string, Parameters<typeof reviewCycle>[0], number | undefined, string]>([
    [
      '四（一）：全家都认定、变化不大，一年',
      { district: JIULONGPO, recipient: 'subsistence', members: both, allKeyProtection: key('m1', 'm2'), littleChange: true },
      12,
      'JLP53-4-1',
    ],
    [
      '四（二）：全家都认定、但变化大，半年',
      { district: JIULONGPO, recipient: 'subsistence', members: both, allKeyProtection: key('m1', 'm2'), littleChange: false },
      6,
      'JLP53-4-2',
    ],
    [
      '四（二）：差一个人没认定，半年',
      { district: JIULONGPO, recipient: 'subsistence', members: both, allKeyProtection: key('m1'), littleChange: true },
      6,
      'JLP53-4-2',
    ],
    ['四（二）：没人认定，半年', { district: JIULONGPO, recipient: 'subsistence', members: both, littleChange: true }, 6, 'JLP53-4-2'],
    [
      '四（二）：不知道家里有谁，半年',
      { district: JIULONGPO, recipient: 'subsistence', allKeyProtection: key('m1'), littleChange: true },
      6,
      'JLP53-4-2',
    ],
    [
      '铜梁（二）四是：一年',
      { district: TONGLIANG, recipient: 'subsistence', members: both, allKeyProtection: key('m1', 'm2'), littleChange: true },
      12,
      'TL42-C2l',
    ],
    ['铜梁（二）四是：半年', { district: TONGLIANG, recipient: 'subsistence', members: both }, 6, 'TL42-C2m'],
    ['永川低保照国家办法，半年', { district: YONGCHUAN, recipient: 'subsistence', members: both }, 6, 'MCA57-31'],
    ['永川三（二）：特困每月', { district: YONGCHUAN, recipient: 'destitute' }, 1, 'YC67-3-2a'],
    ['永川三（二）：孤儿每月', { district: YONGCHUAN, recipient: 'orphan' }, 1, 'YC67-3-2a'],
    ['永川三（二）：三项补贴每月', { district: YONGCHUAN, recipient: 'three-allowances' }, 1, 'YC67-3-2a'],
    ['永川三（一）：两项补贴不按每月', { district: YONGCHUAN, recipient: 'disability-allowances' }, undefined, 'YC67-3-1b'],
    ['九龙坡的特困没有查到', { district: JIULONGPO, recipient: 'destitute' }, undefined, 'MCA57-31'],
    ['刚性支出一年', { district: TONGLIANG, recipient: 'rigid-expenditure' }, 12, 'MCA57R-10'],
  ])('%s', (_title, question, months, clause) => {
    const cycle = reviewCycle(question);
    expect(cycle.months).toBe(months);
    expect(cycle.clauses).toContain(clause);
    expect(cycle.clauses.filter((id) => !citationOf(id))).toEqual([]);
  });

  test.each([
    ['永川二：看人口、收入、财产，还看消费', YONGCHUAN, ['people', 'income', 'property', 'spending'], 'YC67-2'],
    ['九龙坡五（三）：看人口、收入、财产', JIULONGPO, ['people', 'income', 'property'], 'JLP53-5-3a'],
    ['铜梁照国家：看家庭成员、收入、财产', TONGLIANG, ['people', 'income', 'property'], 'SAL2026-46'],
  ] as const)('核查看什么，%s', (_title, district, items, clause) => {
    expect(lookedAt(district)).toMatchObject({ items });
    expect(lookedAt(district).clauses).toContain(clause);
  });

  test.each([
    ['九龙坡四：可以延长，要写明事件', JIULONGPO, '2026-01-01', '暴雨', 'may-extend', 'JLP53-4-0b'],
    ['九龙坡没写明是什么事，不能延长', JIULONGPO, '2026-01-01', ' ', 'keep', 'JLP53-4-0b'],
    ['铜梁（二）四是：及时核查，不延长', TONGLIANG, '2026-01-01', '暴雨', 'review-now', 'TL42-C2n'],
    ['铜梁方案印发以前照国家办法，可以延长', TONGLIANG, '2025-09-07', '暴雨', 'may-extend', 'MCA57-31'],
    ['永川照国家办法，可以延长', YONGCHUAN, '2026-01-01', '暴雨', 'may-extend', 'MCA57-31'],
  ] as const)('重大突发事件，%s', (_title, district, date, event, answer, clause) => {
    const emergency = reviewInEmergency(district, on(date), event);
    expect(emergency.answer).toBe(answer);
    expect(emergency.clauses).toContain(clause);
    expect(emergency.until).toBeUndefined();
  });

  it('永川的七类人都在对象类型里', () => {
    expect(Object.keys(RECIPIENTS)).toEqual(
      expect.arrayContaining([
        'destitute',
        'subsistence',
        'disability-allowances',
        'orphan',
        'railway-disabled',
        'streamlined-retired',
        'three-allowances',
      ]),
    );
  });
});
