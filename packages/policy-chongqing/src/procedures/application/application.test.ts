import { describe, expect, it, test } from 'vitest';
import { MONITORING_INDICATORS } from '../../benefits/recipient-kinds.ts';
import { JIULONGPO, TONGLIANG } from '../../districts/codes.ts';
import { APPLIED, drop, edit, ends, on, put, reaches, TODAY } from '../events-for-test.ts';
import { APPLICATION, type CaseEvent, DESTITUTE_APPLICATION, inDistrict, mayRecord, replay, TEMPORARY } from '../index.ts';

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
