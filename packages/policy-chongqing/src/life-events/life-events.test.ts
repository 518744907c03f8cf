import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { yuan } from '../benefits/case-table.ts';
import { citationOf } from '../clauses/index.ts';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../districts/codes.ts';
import { GROUNDS, PERSON_GROUNDS, procedure } from '../procedures/index.ts';
import { CHANGE_CASES } from './all-cases.ts';
import { ALONE, CASES_ON, newcomer, now, THREE } from './case-table.ts';
import {
  changeProblems,
  type Effect,
  EVENT_REFERRALS,
  effectOf,
  endOfTaper,
  LIFE_EVENT_ASSUMPTIONS,
  LIFE_EVENTS,
  type LifeEvent,
  lifeEvent,
  OUTCOMES,
  toldInTime,
} from './index.ts';
import { idsModule, listModule } from './listed.ts';

// @ts-expect-error import.meta.glob is vitest's own, resolved when the test is compiled.
const committed: Record<string, string> = import.meta.glob('./*.gen.ts', { query: '?raw', import: 'default', eager: true });

it('手机上问变化用的清单和规则里的一样（不一样就 node scripts/approve-pages.ts）', () => {
  expect(committed['./ids.gen.ts']).toBe(idsModule());
  expect(committed['./list.gen.ts']).toBe(listModule());
});

const on = (text: string) => text as CivilDate;
const event = (id: string) => lifeEvent(id) as LifeEvent;
const at = (district: DivisionCode) => ({ ...THREE, district });
const award = yuan(1510);

describe('每种变化的案例', () => {
  const all = Object.entries(CHANGE_CASES).flatMap(([id, cases]) =>
    cases.map((one) => [`${event(id).title}：${one.title}（${one.clause}）`, id, one] as const),
  );

  test.each(all)('%s', (_title, id, one) => {
    const effect = effectOf({
      event: event(id),
      household: one.household,
      answers: one.answers,
      award: yuan(one.award),
      on: CASES_ON,
      ...(one.taperUntil ? { taperUntil: one.taperUntil } : {}),
    });
    expect([effect.outcome, effect.possible, effect.amountAfter], one.because).toEqual([
      one.outcome,
      one.possible,
      one.after === undefined ? undefined : yuan(one.after),
    ]);
    if (one.procedures) expect(effect.procedures).toEqual(one.procedures);
    expect(event(id).can).toContain(effect.outcome);
    expect(citationOf(one.clause)).toBeDefined();
  });

  it('每种变化都有案例，编号和文件夹一致，不重复', () => {
    expect(LIFE_EVENTS.map((one) => one.id).filter((id) => !CHANGE_CASES[id]?.length)).toEqual([]);
    expect(new Set(LIFE_EVENTS.map((one) => one.id)).size).toBe(LIFE_EVENTS.length);
    expect(Object.keys(CHANGE_CASES)).toHaveLength(LIFE_EVENTS.length);
  });
});

describe('搬迁', () => {
  it('二（一）：搬来的人按搬到的地方的标准算，已经在家里的不算第二次', () => {
    const joins = newcomer('parent', { birthDate: on('1960-01-01') });
    const after = (area: 'urban' | 'rural') =>
      effectOf({ event: event('moved-in'), household: { ...THREE, area }, answers: { joins }, award, on: CASES_ON }).amountAfter;
    // What is paid now, and one more person at the standard of the place: 1,510 + 770 in town, 1,510 + 630 in the country.
    expect([after('urban'), after('rural')]).toEqual([yuan(2280), yuan(2140)]);
    const twice = changeProblems(event('moved-in'), THREE, { happenedOn: CASES_ON, joins: { ...joins, id: 'm1' } }, CASES_ON);
    expect(twice.map((one) => one.path)).toEqual(['answers/joins/id']);
    for (const id of ['moved-in', 'moved-out', 'address']) expect(event(id).clauses).toContain('YM239-2-1');
  });
});

describe('渐退期', () => {
  it('六（五）：报告的下个月起六个月，跨年也对', () => {
    const effect = effectOf({ event: event('job-found'), household: THREE, answers: now('m2', 2100, 'wage'), award, on: CASES_ON });
    expect(effect.taperMonths).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
    expect(effect.sentence).toContain('照发每月 1,510 元');
    expect(effect.clauses).toEqual(expect.arrayContaining(['YM239-1-3a', 'YM239-1-3b', 'YM239-4-5b', 'F3-01']));
  });

  test.each<[string, Parameters<typeof now>, string, number | undefined, readonly string[], readonly string[]]>([
    ['收入又低于标准：按新收入接着发', ['m2', 300, 'wage'], 'less', 1210, ['cut'], []],
    ['金额和原来一样：不变', ['m2', 0, 'wage'], 'unchanged', 1510, [], []],
    [
      '在 1 倍和 1.5 倍之间：走停发程序，可以转边缘',
      ['m2', 2100, 'wage'],
      'stop',
      undefined,
      ['stop', 'exit'],
      ['marginal-family', 'rigid-expenditure'],
    ],
    ['1.5 倍以上：走停发程序，看刚性支出', ['m2', 9000, 'wage'], 'stop', undefined, ['stop', 'exit'], ['rigid-expenditure']],
    ['正好等于标准：由镇街看', ['m2', 1410, 'wage'], 'officer', undefined, ['review'], ['marginal-family', 'rigid-expenditure']],
  ])('期满，%s', (_title, income, outcome, after, procedures, offered) => {
    const household = event('job-found').apply(THREE, now(...income));
    expect(endOfTaper(household, award, CASES_ON)).toMatchObject({
      outcome,
      procedures,
      offered,
      ...(after === undefined ? {} : { amountAfter: yuan(after) }),
    });
  });

  it('期满没有说收入，先问，金额不变', () => {
    const household = { ...THREE, members: THREE.members.map(({ income: _income, ...rest }) => rest) };
    expect(endOfTaper(household, award, CASES_ON)).toMatchObject({ outcome: 'ask', procedures: [] });
  });

  it('期满以后也不会自己停：停发要走完停发程序，三个区没读到标准原文的连“停”都不说', () => {
    const household = { ...event('job-found').apply(THREE, now('m2', 9000, 'wage')), district: JIULONGPO };
    expect(endOfTaper(household, award, CASES_ON).outcome).toBe('officer');
  });
});

describe('没有读到原文的标准，不说“停”', () => {
  test.each([
    ['九龙坡', JIULONGPO],
    ['永川', YONGCHUAN],
    ['铜梁', TONGLIANG],
  ])('%s：养老金让人均超过 1.5 倍，由镇街看，可能是停', (_name, district) => {
    const effect = effectOf({ event: event('pension'), household: at(district), answers: now('m2', 9000, 'pension'), award, on: CASES_ON });
    expect(effect).toMatchObject({ outcome: 'officer', possible: ['stop'], certainty: 'assumed' });
    expect(effect.amountAfter).toBeUndefined();
  });

  test.each([
    ['九龙坡', JIULONGPO, 'JLP53', ['YC67', 'TL42']],
    ['永川', YONGCHUAN, 'YC67', ['JLP53', 'TL42']],
    ['铜梁', TONGLIANG, 'YM239', ['JLP53', 'YC67']],
  ] as const)('%s只引本区的文件', (_name, district, own, others) => {
    const effect = effectOf({ event: event('wage-up'), household: at(district), answers: now('m1', 1200, 'wage'), award, on: CASES_ON });
    const cited = [effect.clauses, ...effect.referrals.map((one) => one.clauses)].flat();
    expect(cited.some((id) => id.startsWith(own))).toBe(true);
    expect(cited.filter((id) => others.some((other) => id.startsWith(`${other}-`)))).toEqual([]);
  });
});

describe('去世', () => {
  const died = (happenedOn: string) =>
    effectOf({ event: event('death'), household: THREE, answers: { member: 'm1', happenedOn: on(happenedOn) }, award, on: CASES_ON });

  it('一（三）：从去世那天起三个月办完', () => {
    expect(died('2025-11-20').clocks).toMatchObject([{ by: '2026-02-20', clauses: ['YM239-1-3c'] }]);
    expect(died('2025-11-30').clocks).toMatchObject([{ by: '2026-02-28' }]);
  });

  it('只有去世才说节哀', () => {
    const said = (id: string) =>
      effectOf({ event: event(id), household: ALONE, answers: { member: 'm1' }, award: yuan(770), on: CASES_ON }).sentence;
    expect(said('death')).toMatch(/^请节哀。/);
    for (const id of ['imprisonment', 'compulsory-detoxification', 'declared-missing']) expect(said(id)).not.toContain('节哀');
  });

  it('话里没有债、没有催', () => {
    for (const one of LIFE_EVENTS.filter((each) => each.ground && PERSON_GROUNDS.includes(each.ground))) {
      for (const id of THREE.members.map((member) => member.id)) {
        const { sentence } = effectOf({ event: one, household: THREE, answers: { member: id }, award, on: CASES_ON });
        expect(sentence).not.toMatch(/退还|追回|骗|失败|取消资格|必须|立即|责任/);
      }
    }
  });
});

describe('三个月内告知', () => {
  test.each([
    ['满三个月当天算及时', '2026-08-22', '2026-11-22', true],
    ['晚一天', '2026-08-21', '2026-11-22', false],
    ['月底', '2026-11-30', '2027-02-28', true],
  ])('四（五）：%s', (_title, happened, told, inTime) => {
    expect(toldInTime(on(happened), on(told))).toMatchObject({ inTime, clauses: ['YM239-4-5c'] });
  });

  it('晚了的话也不吓人', () => {
    expect(toldInTime(on('2020-01-01'), on('2026-11-22')).sentence).not.toMatch(/批评|逾期|停|减|扣|责/);
  });
});

describe('答得不对', () => {
  test.each<[string, Parameters<typeof changeProblems>[2], string]>([
    ['家里没有的人', { member: 'm9', happenedOn: on('2025-11-01') }, 'answers/member'],
    ['已经在家里的人又来', { joins: THREE.members[0] }, 'answers/joins/id'],
    ['还没到的日子', { member: 'm1', happenedOn: on('2025-12-02') }, 'answers/happenedOn'],
    ['没有的日子', { member: 'm1', happenedOn: on('2025-02-30') }, 'answers/happenedOn'],
    ['负数的收入', { member: 'm1', income: [{ kind: 'wage', amount: -1 as Fen, per: 'month' }] }, 'answers/income/0/amount'],
    ['没有答', {}, 'answers/member'],
    ['负数的花销', { spending: { kind: 'medical', amount: -5 as Fen } }, 'answers/spending/amount'],
  ])('%s', (_title, answers, path) => {
    expect(changeProblems(event('wage-up'), THREE, answers, CASES_ON).map((one) => one.path)).toContain(path);
  });

  it('答得对就没有问题', () => {
    expect(changeProblems(event('wage-up'), THREE, { ...now('m1', 1200, 'wage'), happenedOn: CASES_ON }, CASES_ON)).toEqual([]);
  });

  it('再乱的回答也不报错，家里的事照样算', () => {
    for (const one of LIFE_EVENTS) {
      const effect = effectOf({ event: one, household: THREE, answers: { member: 'm9' }, award, on: CASES_ON });
      expect(one.can).toContain(effect.outcome);
    }
  });
});

describe('转介', () => {
  test.each([
    ['六（六）：可能符合特困的', 'support-changed', 'destitute-support', 'JLP53-6-6a'],
    ['六（六）：看病花了一大笔，看医疗救助', 'large-medical-bill', 'medical', 'JLP53-6-6b'],
    ['六（六）：上学，看教育救助', 'school-begun', 'education', 'JLP53-6-6b'],
    ['六（六）：房子没了，看住房救助', 'dwelling-sold', 'housing', 'JLP53-6-6b'],
    ['六（六）：没工作了，看就业帮扶', 'job-lost', 'employment', 'JLP53-6-6b'],
    ['六（六）：办了残疾证，看两项补贴', 'disability-found', 'disability-allowances', 'JLP53-6-6d'],
    ['六（六）：添了孩子，看分类重点救助', 'birth', 'category-top-ups', 'JLP53-6-6c'],
    ['（十六）：有人过世，看殡葬减免', 'death', 'funeral-relief', 'YMF12-16a'],
  ])('%s', (_title, id, referral, clause) => {
    const { referrals } = effectOf({ event: event(id), household: at(JIULONGPO), answers: {}, award, on: CASES_ON });
    expect(referrals.find((one) => one.id === referral)?.clauses).toContain(clause);
  });
});

describe('上班要花的', () => {
  it('报了收入没说上班要花多少，估不了；说了就能估', () => {
    const [first, ...others] = THREE.members;
    const household = { ...THREE, members: [{ ...first, workCosts: undefined }, ...others] } as unknown as typeof THREE;
    const answers = { member: first?.id as string, income: [{ kind: 'wage' as const, amount: yuan(900), per: 'month' as const }] };
    const effect = (more: object) =>
      effectOf({ event: event('wage-up'), household, answers: { ...answers, ...more }, award, on: CASES_ON });
    expect(effect({}).missing.some((path) => path.endsWith('workCosts'))).toBe(true);
    expect(effect({ workCosts: yuan(0) }).outcome).not.toBe('ask');
  });
});

describe('登记', () => {
  it('变化、结果、转介引用的条款都登记过；结果开的程序都有', () => {
    const cited = [...LIFE_EVENTS, ...Object.values(OUTCOMES), ...Object.values(EVENT_REFERRALS)].flatMap((one) => [...one.clauses]);
    expect([...cited, ...LIFE_EVENT_ASSUMPTIONS.flatMap((one) => one.beside)].filter((id) => !citationOf(id))).toEqual([]);
    const opened = [...LIFE_EVENTS.flatMap((one) => one.opens ?? []), ...Object.values(OUTCOMES).flatMap((one) => [...one.procedures])];
    expect(opened.filter((id) => !procedure(id))).toEqual([]);
  });

  it('六（四）的四种人员情形都有，而且只去掉那个人', () => {
    const grounds = LIFE_EVENTS.flatMap((one) => one.ground ?? []);
    for (const ground of PERSON_GROUNDS) {
      expect(grounds).toContain(ground);
      expect(GROUNDS[ground].leads).toContain('cut');
    }
  });

  it('金额变动都要走程序：除了不变和要问的，每个结果都开程序', () => {
    for (const [id, { procedures }] of Object.entries(OUTCOMES))
      expect([id, procedures.length > 0]).toEqual([id, !['unchanged', 'ask'].includes(id)]);
  });

  it('预估从来不说“停了”：要停要减的话里都有先听意见', () => {
    const lowering: Effect[] = Object.entries(CHANGE_CASES).flatMap(([id, cases]) =>
      cases
        .map((one) => effectOf({ event: event(id), household: one.household, answers: one.answers, award: yuan(one.award), on: CASES_ON }))
        .filter((one) => one.outcome === 'less' || one.outcome === 'stop'),
    );
    expect(lowering.length).toBeGreaterThan(10);
    for (const { sentence } of lowering) expect(sentence).toMatch(/先听/);
  });
});
