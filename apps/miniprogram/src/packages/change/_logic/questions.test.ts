import type { Family } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { citationOf } from '@assist/policy-chongqing';
import { LIFE_EVENT_LIST } from '@assist/policy-chongqing/life-events';
import { describe, expect, test } from 'vitest';
import { type ChangeRecord, newRecord } from '../../../application/change/change-record.ts';
import { isAnswered } from './answered.ts';
import { CITED } from './cited.ts';
import { GROUPS } from './groups.ts';
import { caseMeant, nameOf } from './household.ts';
import { isPicked, toggleEvent, toggleGroup } from './pick-events.ts';
import { questionAt, questionsOf } from './questions.ts';

const today = '2026-11-22' as CivilDate;
const day = (text: string) => text as CivilDate;
const office = { id: 'o', name: '云岭镇', divisionCode: '500107101', district: '500107', live: true } as Family['cases'][number]['office'];
const household = (caseId: string, ...names: string[]) =>
  ({
    caseId,
    office,
    benefits: [],
    members: names.map((name, i) => ({ memberId: `m${i + 1}`, name })),
  }) as unknown as Family['cases'][number];
const family = (...cases: Family['cases']) =>
  ({ cases, beginWithPerson: false, assurance: { sentence: '', clauses: [] } }) as unknown as Family;
const MINE = family(household('c1', '周德明', '陈秀英'));
const NONE = family();

const told = (part: Partial<Pick<ChangeRecord, 'draft' | 'beside' | 'lane'>>): ChangeRecord => ({
  ...newRecord('x', 'change', 0),
  ...part,
});
const picked = (...ids: string[]) => {
  const one = ids.reduce((now, id) => toggleGroup(now, id), { draft: told({}).draft, beside: {} });
  return { ...told({}), ...one };
};
const keys = (record: ChangeRecord, of: Family | undefined = MINE) => questionsOf(record, of, today).map((q) => q.key);

describe('八张图', () => {
  test('每种变化都点得到：八张图、过世、都没变，一样不少', () => {
    const reached = [...GROUPS.flatMap((g) => g.events), 'death', 'nothing-changed'];
    expect(LIFE_EVENT_LIST.map((e) => e.id).filter((id) => !reached.includes(id))).toEqual([]);
    expect(reached.filter((id) => !LIFE_EVENT_LIST.some((e) => e.id === id))).toEqual([]);
  });
  test('同一件事在两张图下面只算一件；松开一张，另一张里的还在', () => {
    const both = toggleEvent(picked('income-more', 'income-less'), 'support-changed');
    expect(both.draft.changed.map((one) => one.event)).toEqual(['support-changed']);
    const left = toggleGroup(both, 'income-more');
    expect(isPicked(left, 'support-changed')).toBe(true);
    expect(isPicked(toggleGroup(left, 'income-less'), 'support-changed')).toBe(false);
  });
  test('松开再点，答过的还在', () => {
    const one = toggleEvent(picked('income-more'), 'wage-up');
    const answered = { ...one, draft: { ...one.draft, changed: [{ event: 'wage-up', happenedOn: day('2026-11-01') }] } };
    expect(toggleEvent(toggleEvent(answered, 'wage-up'), 'wage-up').draft.changed).toEqual([
      { event: 'wage-up', happenedOn: '2026-11-01' },
    ]);
  });
  test('承诺过“我说的是真的”以后又添一样，不用再点一次，也管着它；松开的，就不管了', () => {
    const kinds = (one: ReturnType<typeof picked>) => one.draft.declared?.map(({ about }) => about);
    const one = { ...picked('income-more', 'health'), ...toggleEvent(picked('income-more', 'health'), 'wage-up') };
    const promised = { ...one, beside: { ...one.beside, proof: 'declared' as const } };
    const more = { ...promised, ...toggleEvent(promised, 'large-medical-bill') };
    expect(kinds(more)).toEqual(['income', 'medical']);
    expect(kinds({ ...more, ...toggleGroup(more, 'income-more') })).toEqual(['medical']);
    const photos = { ...more, beside: { ...more.beside, proof: 'photos' as const }, draft: { ...more.draft, declared: undefined } };
    expect(kinds({ ...photos, ...toggleEvent(photos, 'school-begun') })).toBeUndefined();
  });
  test('电话、银行卡另走一条路，不写进报告', () => {
    const one = toggleEvent(toggleEvent(picked('contact'), 'phone'), 'address');
    expect([one.draft.changed.map((c) => c.event), one.beside.contact]).toEqual([['address'], ['phone']]);
  });
});

describe('问哪些', () => {
  test('涨了工资：哪一样、替谁、哪天、谁、收入、单子、还想说的；家里只有一户不再问是哪家', () => {
    const one = { ...told({}), ...toggleEvent(picked('income-more'), 'wage-up') };
    expect(keys(one)).toEqual([
      'which.income-more',
      'reporter',
      'wage-up.happenedOn',
      'wage-up.member',
      'wage-up.income',
      'proof',
      'story',
    ]);
  });
  test('还没说是哪一样，先只问这个', () => expect(keys(picked('health'))).toEqual(['which.health']));
  test('只换电话：不用报告的那些题', () => {
    const one = { ...told({}), ...toggleEvent(picked('contact'), 'phone') };
    expect(keys(one)).toEqual(['which.contact']);
  });
  test('几样一起，一样一样问', () => {
    const one = { ...told({}), ...toggleEvent(toggleEvent(picked('school', 'contact'), 'address'), 'school-ended') };
    expect(keys(one).filter((k) => k.includes('.') && !k.startsWith('which'))).toEqual([
      'school-ended.member',
      'school-ended.changes',
      'address.happenedOn',
      'address.place',
    ]);
  });
  test('不在册、没核身份、帮别人家：问是谁家、住哪、领什么', () => {
    const one = { ...told({}), ...toggleEvent(picked('income-more'), 'wage-up') };
    expect(keys(one, NONE).slice(2, 5)).toEqual(['person', 'residence', 'receives']);
    const helper = { ...one, draft: { ...one.draft, reporter: { as: 'helper' as const } } };
    expect(keys(helper).slice(2, 5)).toEqual(['person', 'residence', 'receives']);
  });
  test('两户、或替家里人说：问是哪一家', () => {
    const one = { ...told({}), ...toggleEvent(picked('income-more'), 'wage-up') };
    expect(keys(one, family(household('c1', '甲'), household('c2', '乙')))).toContain('whose');
    expect(keys({ ...one, draft: { ...one.draft, reporter: { as: 'family' } } })).toContain('whose');
  });
  test('满三个月那天还不问原因，过了一天才问', () => {
    const at = (happenedOn: string) =>
      keys(told({ draft: { reporter: {}, changed: [{ event: 'wage-up', happenedOn: day(happenedOn) }] } }));
    expect(at('2026-08-22')).not.toContain('late');
    expect(at('2026-08-21')).toContain('late');
  });
  test('报平安：只问替谁、是谁家', () => {
    expect(keys({ ...newRecord('x', 'nothing', 0) }, NONE)).toEqual(['reporter', 'person', 'residence', 'receives']);
    expect(keys({ ...newRecord('x', 'nothing', 0) })).toEqual(['reporter']);
  });
  test('镇上说哪一处，就回到那一题', () => {
    const one = { ...told({}), ...toggleEvent(picked('income-more'), 'wage-up') };
    const questions = questionsOf(one, NONE, today);
    const at = (path: string) => questionAt(path, one, questions)?.key;
    expect(['changed.0.happenedOn', 'changed.0', 'person.name', 'residence', 'nothing'].map(at)).toEqual([
      'wage-up.happenedOn',
      'wage-up.happenedOn',
      'person',
      'residence',
      undefined,
    ]);
  });
  test('答没答，按钮上看得出', () => {
    const one = { ...told({}), ...toggleEvent(picked('income-more'), 'wage-up') };
    const [which, reporter, when] = questionsOf(one, MINE, today);
    expect([which, reporter, when].map((q) => q && isAnswered(q, one))).toEqual([true, false, false]);
  });
});

describe('是哪一家、是谁', () => {
  const draft = (part: object) => told({ draft: { reporter: {}, changed: [], ...part } });
  test('自己的只有一户就是它；帮别人、说了是另一家，就不是', () => {
    expect(caseMeant(draft({}), MINE)).toBe('c1');
    expect(caseMeant(draft({ reporter: { as: 'helper' }, caseId: 'c1' }), MINE)).toBeUndefined();
    expect(caseMeant({ ...draft({ caseId: 'c1' }), beside: { otherHousehold: true } }, MINE)).toBeUndefined();
    expect(caseMeant(draft({}), family(household('c1', '甲'), household('c2', '乙')))).toBeUndefined();
  });
  test('在册的用册上的名字，不在册的用写的', () => {
    expect(nameOf({ event: 'wage-up', member: 'm2' }, draft({ caseId: 'c1' }), MINE)).toBe('陈秀英');
    expect(nameOf({ event: 'wage-up', memberName: ' 小周 ' }, draft({}), NONE)).toBe('小周');
  });
});

test.each(Object.values(CITED))('$id 和政策包里写的一样', (cited) => expect(citationOf(cited.id)).toEqual(cited));
