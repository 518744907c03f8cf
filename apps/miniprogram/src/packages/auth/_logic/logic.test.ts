import type { FaceResult, Family, VisitView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { expect, test } from 'vitest';
import { PICTURES, suggestionFor, togglePicture } from './difficulties.ts';
import { afterFace, consentWords } from './face-words.ts';
import { readPerson } from './read-person.ts';
import { dueWords, groupFamily, visitWords } from './standing.ts';
import { noteOf } from './visit-notes.ts';

const TODAY = '2026-11-22' as CivilDate;
const text = (day: CivilDate) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const said = { sentence: '', clauses: [] };
const member = (memberId: string, name: string, state: string, more: object = {}) => ({
  memberId,
  name,
  authentication: { state, sentence: said, ...more },
});
const familyOf = (...members: unknown[]): Family =>
  ({ cases: [{ caseId: 'c', office: {}, benefits: [], members }], beginWithPerson: false, assurance: said }) as unknown as Family;
const visit = (more: Partial<VisitView>): VisitView => ({ state: 'asked', visitors: [], whoName: '', visitId: 'v', ...more }) as VisitView;

test('每一张不方便的图，都先找人；都没有，才先刷脸', () => {
  for (const { value } of PICTURES) expect(suggestionFor([value], true, false).ways[0], value).toBe(value === 'none' ? 'face' : 'home');
  expect(suggestionFor([], true, false).ways[0]).toBe('face');
  expect(suggestionFor([], true, true).ways[0]).toBe('home');
  expect(suggestionFor(['none'], true, true).ways[0]).toBe('face');
});

test('不管选了什么，人的办法一样不少；刷不了脸的手机上不提刷脸', () => {
  for (const chosen of [[], ['none'], ['hearing', 'memory']] as const) {
    const { ways } = suggestionFor(chosen, true, false);
    expect([...ways].sort()).toEqual(['elsewhere', 'face', 'guardian', 'home', 'nearby', 'video']);
    expect(suggestionFor(chosen, false, false).ways).toEqual(ways.filter((way) => way !== 'face'));
  }
});

test('“都没有”和别的不一起选', () => {
  expect(togglePicture(['hearing'], 'none')).toEqual(['none']);
  expect(togglePicture(['none'], 'hearing')).toEqual(['hearing']);
  expect(togglePicture(['hearing'], 'hearing')).toEqual([]);
});

test('家里每个人各在各的地方：该做的按日子，约好的、送上去的等着，算过的不用再做', () => {
  const family = familyOf(
    member('m1', '周德明', 'met', { due: '2027-09-05' }),
    member('m2', '刘玉珍', 'soon', { due: '2026-12-20' }),
    member('m3', '何秀英', 'visit-to-arrange', { due: '2026-11-01' }),
    member('m4', '周敏', 'soon', { visitId: 'v4' }),
    member('m5', '周强', 'soon', { toLookAt: true }),
    member('m6', '小宝', 'not-invited'),
  );
  const grouped = groupFamily(family, [
    visit({ visitId: 'v4', whoName: '周敏' }),
    visit({ visitId: 'old', whoName: '刘玉珍', state: 'cancelled' }),
  ]);
  const names = (list: readonly { member: { name: string } }[]) => list.map((one) => one.member.name);
  expect(names(grouped.todo)).toEqual(['何秀英', '刘玉珍']);
  expect(names(grouped.waiting)).toEqual(['周敏', '周强']);
  expect(names(grouped.met)).toEqual(['周德明']);
  expect(names(grouped.notInvited)).toEqual(['小宝']);
});

test('过了日子不说过了，只说晚几天没关系', () => {
  const [late, early] = groupFamily(
    familyOf(member('a', '甲', 'soon', { due: '2026-11-01' }), member('b', '乙', 'soon', { due: '2026-12-20' })),
    [],
  ).todo;
  expect(late && dueWords(late, TODAY, text)).toBe('晚几天也没关系，钱照发');
  expect(early && dueWords(early, TODAY, text)).toBe('12月20日前都能做');
});

test('约好的写哪天、几个人来；没定的写等谁', () => {
  const day = '2026-11-26' as CivilDate;
  expect(visitWords(visit({ state: 'arranged', day, half: 'morning', visitors: ['罗文静', '黄春兰'] }), text)).toBe(
    '11月26日上午，2 个人来',
  );
  expect(visitWords(visit({ day, half: 'afternoon' }), text)).toBe('想约11月26日下午，等镇上定');
  expect(visitWords(visit({}), text)).toBe('等镇上联系您，定日子');
});

test('谁的脸，同意里写清楚', () => {
  expect(consentWords({ role: 'self', name: '刘玉珍' })).toBe('我是刘玉珍，这一次同意刷脸');
  expect(consentWords({ role: 'neighbour', name: '刘玉珍' })).toBe('刘玉珍在旁边，本人这一次同意刷脸');
  expect(consentWords({ role: 'guardian', name: '小宝', guardian: { name: '周德明', number: '' } })).toBe(
    '我是周德明，小宝的监护人，这一次同意刷我的脸',
  );
});

test('刷完以后，每一种结果都有一件能做的事', () => {
  const result = (next: FaceResult['next'], more: Partial<FaceResult> = {}) => ({ next, state: 'not-yet', ...more }) as FaceResult;
  expect(afterFace(result('done', { state: 'passed' }), false)).toBe('receipt');
  expect(afterFace(result('done', { state: 'passed' }), true)).toBe('photo');
  expect(afterFace(result('again'), false)).toBe('again');
  expect(afterFace(result('wait'), false)).toBe('look');
  expect(afterFace(result('another-way'), false)).toBe('another-way');
  expect(afterFace(result('person', { visit: visit({}) }), false)).toBe('visit');
  expect(afterFace(result('person'), false)).toBe('another-way');
});

test('名字和号码：写错的指出是哪一处；没有身份证也往下走', () => {
  const place = { kind: 'chongqing', divisionCode: '500107001' } as never;
  const typed = { name: '陈秀英', number: '500107196207080024', withoutCard: false, place };
  expect(readPerson(typed, TODAY)).toMatchObject({ paper: { kind: 'resident-identity', number: '500107196207080024' } });
  expect(readPerson({ ...typed, number: '500107196207080025' }, TODAY)).toHaveProperty('problems.number');
  expect(readPerson({ name: ' ', number: '', withoutCard: false, place: undefined }, TODAY)).toEqual({
    problems: { name: '叫什么名字？', number: '身份证号是多少？没有的点“没有身份证”', place: '住在重庆哪个镇街？' },
  });
  expect(readPerson({ ...typed, number: '', withoutCard: true }, TODAY)).toMatchObject({ paper: { kind: 'none-yet' } });
});

test('让来的人知道的，只有点了的、写了的', () => {
  expect(noteOf([], ' ')).toBeUndefined();
  expect(noteOf(['听力不好', '家里有狗'], '三楼')).toBe('听力不好；家里有狗；三楼');
});
