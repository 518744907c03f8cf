import type { CivilDate } from '@assist/policy';
import { addDays, daysBetween } from '@assist/policy';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CaseEvent, CUT, EVENTS, type EventKind, GROUNDS, type GroundId, mayRecord, PROCEDURES, replay, STOP } from '../index.ts';

const on = (text: string) => text as CivilDate;

/** A stop with everything it needs: ground, visit, hearing, opinion, notice, another person, letter. One day each. */
const STEPS: readonly CaseEvent[] = [
  { kind: 'opened', on: on('2026-08-03'), role: 'township', by: 'a', periodFrom: on('2026-07-01') },
  { kind: 'ground-named', on: on('2026-08-04'), role: 'township', by: 'a', ground: 'no-longer-qualifies' },
  { kind: 'visited', on: on('2026-08-05'), role: 'township', by: 'a', visit: { people: 2, way: 'at-home' } },
  { kind: 'heard', on: on('2026-08-06'), role: 'township', by: 'a' },
  { kind: 'opinion', on: on('2026-08-07'), role: 'township', by: 'a', reason: '收入增加' },
  { kind: 'notice-posted', on: on('2026-08-10'), role: 'township', by: 'a' },
  { kind: 'confirmed', on: on('2026-08-18'), role: 'district', by: 'b', reason: '收入增加', clauses: ['JLP53-6-4'] },
  { kind: 'letter-delivered', on: on('2026-08-19'), role: 'township', by: 'a', reason: '收入增加', remedies: true },
  { kind: 'takes-effect', on: on('2026-09-01'), role: 'district', by: 'b' },
];

const without = (kind: EventKind) => STEPS.filter((one) => one.kind !== kind);
const change = (kind: EventKind, more: Partial<CaseEvent>) => STEPS.map((one) => (one.kind === kind ? { ...one, ...more } : one));
const stopped = (events: readonly CaseEvent[], procedure = STOP) => replay(procedure, events).some((one) => one.kind === 'takes-effect');

describe('停发的步骤', () => {
  it('样样都有，才停得成', () => {
    expect(replay(STOP, STEPS)).toEqual(STEPS);
  });

  test.each<[string, EventKind]>([
    ['六（四）：没有写明理由', 'ground-named'],
    ['五（三）：核查期内没有走访', 'visited'],
    ['社会救助法48：没有听取意见', 'heard'],
    ['六（四）：镇街没有提意见', 'opinion'],
    ['六（四）：没有公示', 'notice-posted'],
    ['六（四）：区里没有确认', 'confirmed'],
    ['社会救助法48：书面决定没有送到', 'letter-delivered'],
    ['没有开始办理', 'opened'],
  ])('%s，停不成', (_title, kind) => {
    expect(stopped(without(kind))).toBe(false);
  });

  test.each<[string, EventKind, Partial<CaseEvent>]>([
    ['公示第 7 天还没过完', 'confirmed', { on: on('2026-08-17') }],
    ['确认的人就是提意见的人', 'confirmed', { by: 'a' }],
    ['不知道是谁确认的', 'confirmed', { by: undefined }],
    ['不知道是谁提的意见', 'opinion', { by: undefined }],
    ['镇街自己确认', 'confirmed', { role: 'township' }],
    ['确认时没有写原因', 'confirmed', { reason: '  ' }],
    ['确认时没有写依据', 'confirmed', { clauses: [] }],
    ['意见里没有写原因', 'opinion', { reason: '' }],
    ['信里没有写原因', 'letter-delivered', { reason: undefined }],
    ['信里没有写怎么复议和诉讼', 'letter-delivered', { remedies: false }],
    ['走访在上一个核查期', 'visited', { on: on('2026-06-30') }],
    ['住在本地的人只打了电话', 'visited', { visit: { people: 1, way: 'phone' } }],
    ['理由不是停发的理由', 'ground-named', { ground: 'income-or-property-up' }],
    ['理由是空的', 'ground-named', { ground: undefined }],
    ['理由是编出来的', 'ground-named', { ground: 'not-authenticated' as GroundId }],
    ['没有写属于哪个核查期', 'opened', { periodFrom: undefined }],
    ['村社来提意见', 'opinion', { role: 'village' }],
  ])('%s，停不成', (_title, kind, more) => {
    expect(stopped(change(kind, more))).toBe(false);
  });

  test.each<[string, Partial<CaseEvent>]>([
    ['常住外地的，视频走访也算', { visit: { people: 1, way: 'video', livesElsewhere: true } }],
    ['常住外地的，委托居住地镇街走访也算', { role: 'other-township', visit: { people: 1, way: 'entrusted', livesElsewhere: true } }],
    ['本期第一天的走访也算', { on: on('2026-07-01') }],
  ])('五（三）：%s', (_title, more) => {
    expect(stopped(change('visited', more))).toBe(true);
  });

  it('有异议没回复，停不成；回复了还要重新提意见', () => {
    const objected: CaseEvent = { kind: 'objected', on: on('2026-08-12'), role: 'resident', objection: 'o1' };
    const answered: CaseEvent = {
      kind: 'objection-answered',
      on: on('2026-08-13'),
      role: 'township',
      by: 'a',
      objection: 'o1',
      reason: '查过了',
    };
    const other: CaseEvent = { ...answered, objection: 'o2' };
    const again: CaseEvent = { kind: 'opinion', on: on('2026-08-14'), role: 'township', by: 'a', reason: '查过，仍然不符合' };
    const at = (...more: CaseEvent[]) => [...STEPS.slice(0, 6), ...more, ...STEPS.slice(6)];
    expect(stopped(at(objected))).toBe(false);
    expect(stopped(at(objected, other, again))).toBe(false);
    expect(stopped(at(objected, answered))).toBe(false);
    expect(stopped(at(objected, answered, again))).toBe(true);
  });

  it('公示以后、确认以后又改了意见：没有再公示、再确认、再送信的，停不成', () => {
    const again = (day: string): CaseEvent => ({ kind: 'opinion', on: on(day), role: 'township', by: 'a', reason: '又改了' });
    const after = (kind: EventKind, more: CaseEvent) => STEPS.flatMap((one) => (one.kind === kind ? [one, more] : [one]));
    const dayOf = (kind: EventKind) => STEPS.find((one) => one.kind === kind)?.on as string;
    for (const kind of ['notice-posted', 'confirmed', 'letter-delivered'] as const)
      expect([kind, stopped(after(kind, again(dayOf(kind))))]).toEqual([kind, false]);
  });

  it('联系不上的，三个不同日子的记录才算', () => {
    const tried = (day: string): CaseEvent => ({ kind: 'tried-to-hear', on: on(day), role: 'township', by: 'a' });
    const instead = (...days: string[]) => STEPS.flatMap((one) => (one.kind === 'heard' ? days.map(tried) : [one]));
    expect(stopped(instead('2026-08-05', '2026-08-06', '2026-08-07'))).toBe(true);
    expect(stopped(instead('2026-08-05', '2026-08-06'))).toBe(false);
    expect(stopped(instead('2026-08-06', '2026-08-06', '2026-08-06'))).toBe(false);
  });

  it('独居的人去世：听家属的；别的理由不能用家属代替', () => {
    const family = STEPS.map((one): CaseEvent => (one.kind === 'heard' ? { ...one, kind: 'family-heard' } : one));
    const died = family.map((one): CaseEvent => (one.kind === 'ground-named' ? { ...one, ground: 'died' } : one));
    const nobody = died.map((one): CaseEvent => (one.kind === 'family-heard' ? { ...one, kind: 'no-family-found' } : one));
    expect([stopped(family), stopped(died), stopped(nobody)]).toEqual([false, true, true]);
  });

  it('缺什么说得出来，带条款', () => {
    const answer = mayRecord(STOP, STEPS.slice(0, 2), {
      kind: 'opinion',
      on: on('2026-08-07'),
      role: 'township',
      by: 'a',
      reason: '收入增加',
    });
    expect(answer).toMatchObject({
      ok: false,
      missing: [{ clauses: ['JLP53-5-3a', 'JLP53-5-3c', 'SAL2026-46'] }, { clauses: ['SAL2026-48', 'F0-2'] }],
    });
  });

  it('办结以后什么都不能再记', () => {
    expect(mayRecord(STOP, STEPS, { kind: 'opened', on: on('2026-10-01'), role: 'township', periodFrom: on('2026-07-01') }).ok).toBe(false);
    const closed: CaseEvent = { kind: 'closed-unchanged', on: on('2026-08-04'), role: 'township', reason: '查过，仍然符合' };
    expect(stopped([...STEPS.slice(0, 1), closed, ...STEPS.slice(1)])).toBe(false);
  });

  it('减发用减发的理由，其余一样', () => {
    const cut = change('ground-named', { ground: 'income-or-property-up' });
    expect([stopped(cut, CUT), stopped(STEPS, CUT)]).toEqual([true, false]);
  });
});

const KINDS = Object.keys(EVENTS) as EventKind[];
const ROLES = ['resident', 'village', 'township', 'other-township', 'district'] as const;
const FIRST = on('2026-07-01');

const anyEvent: fc.Arbitrary<CaseEvent> = fc
  .record({
    kind: fc.constantFrom(...KINDS, ...STEPS.map((one) => one.kind)),
    day: fc.nat({ max: 90 }),
    role: fc.constantFrom(...ROLES),
    by: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    ground: fc.option(fc.constantFrom(...(Object.keys(GROUNDS) as GroundId[])), { nil: undefined }),
    people: fc.nat({ max: 3 }),
    way: fc.constantFrom('at-home', 'phone', 'video', 'entrusted'),
    livesElsewhere: fc.boolean(),
    reason: fc.constantFrom('', '收入增加'),
    remedies: fc.boolean(),
    objection: fc.constantFrom('o1', 'o2'),
  })
  .map(({ day, people, way, livesElsewhere, ...rest }) => ({
    ...rest,
    on: addDays(FIRST, day),
    periodFrom: FIRST,
    clauses: ['JLP53-6-4'],
    visit: { people, way, livesElsewhere } as CaseEvent['visit'],
  }));

/** A valid stop, shaken: steps dropped, doubled, changed and moved, with foreign events between. Plain chance would hardly ever get far. */
const shaken = fc
  .array(fc.tuple(fc.nat({ max: STEPS.length }), fc.constantFrom('drop', 'double', 'swap', 'insert'), anyEvent), { maxLength: 4 })
  .map((changes) =>
    changes.reduce<CaseEvent[]>(
      (events, [at, what, event]) => {
        if (what === 'drop') return events.filter((_, index) => index !== at);
        if (what === 'double') return events.flatMap((one, index) => (index === at ? [one, one] : [one]));
        if (what === 'swap') return [...events.slice(0, at), ...events.slice(at, at + 2).reverse(), ...events.slice(at + 2)];
        return [...events.slice(0, at), event, ...events.slice(at)];
      },
      [...STEPS],
    ),
  );

/** What the law asks for before money becomes less, checked on the record alone and without the procedure's own code. */
function hasEverything(record: readonly CaseEvent[]): boolean {
  const at = (test: (one: CaseEvent) => boolean) => record.findIndex(test);
  const ground = at((one) => one.kind === 'ground-named' && one.ground !== undefined && one.ground in GROUNDS);
  const visit = at((one) => one.kind === 'visited' && (one.visit?.people ?? 0) >= 1 && one.on >= FIRST);
  const tries = new Set(record.filter((one) => one.kind === 'tried-to-hear').map((one) => one.on)).size;
  const heard = record.some((one) => ['heard', 'family-heard', 'no-family-found'].includes(one.kind)) || tries >= 3;
  const confirmed = record.find((one) => one.kind === 'confirmed');
  const notice = record.filter((one) => one.kind === 'notice-posted' && confirmed && one.on <= confirmed.on).at(-1);
  const opinions = record.filter((one) => one.kind === 'opinion');
  const letter = record.find((one) => one.kind === 'letter-delivered');
  return (
    ground >= 0 &&
    visit >= 0 &&
    heard &&
    opinions.length > 0 &&
    confirmed?.role === 'district' &&
    opinions.every((one) => one.by !== confirmed.by) &&
    notice !== undefined &&
    daysBetween(notice.on, confirmed.on) > 7 &&
    letter?.remedies === true &&
    Boolean(letter.reason?.trim()) &&
    Boolean(confirmed.reason?.trim())
  );
}

describe('不管怎么记，缺一样就减不了、停不了', () => {
  test.each([
    ['停发', STOP],
    ['减发', CUT],
  ])('%s：打乱、漏记、重记、乱插，金额变动的都样样齐全', (_title, procedure) => {
    let reached = 0;
    const events =
      procedure === CUT
        ? shaken.map((all) => all.map((one) => (one.ground === 'no-longer-qualifies' ? { ...one, ground: 'died' as const } : one)))
        : shaken;
    fc.assert(
      fc.property(events, (all) => {
        const record = replay(procedure, all);
        if (!record.some((one) => one.kind === 'takes-effect')) return true;
        reached++;
        return hasEverything(record);
      }),
      { seed: 20261122, numRuns: 3000 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  it('完全随机的一串事也一样', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (all) => {
        const record = replay(STOP, all);
        return !record.some((one) => one.kind === 'takes-effect') || hasEverything(record);
      }),
      { seed: 20261122, numRuns: 2000 },
    );
  });

  it('认证不是事件、不是理由、不是要求：插进去多少次都不改变结果', () => {
    const words = /认证|刷脸|人脸|authent|face/i;
    expect([...Object.keys(EVENTS), ...Object.values(EVENTS)].filter((one) => words.test(one))).toEqual([]);
    expect(JSON.stringify(GROUNDS)).not.toMatch(words);
    for (const { notes: _notes, ...procedure } of PROCEDURES) expect(JSON.stringify(procedure)).not.toMatch(words);
    const overdue = { kind: 'authentication-overdue', on: on('2026-08-05'), role: 'township', by: 'a' } as unknown as CaseEvent;
    fc.assert(
      fc.property(shaken, fc.nat({ max: 9 }), (all, at) => {
        const plain = replay(STOP, all);
        expect(replay(STOP, [...all.slice(0, at), overdue, overdue, ...all.slice(at)])).toEqual(plain);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('能减钱的程序只有减发和停发；别的程序里没有理由、没有听取意见这些步骤，也不能代替', () => {
    expect(PROCEDURES.filter((one) => one.canLower).map((one) => one.id)).toEqual(['cut', 'stop']);
    for (const one of PROCEDURES.filter((procedure) => !procedure.canLower))
      expect(one.steps.some((step) => step.event === 'ground-named')).toBe(false);
  });
});
