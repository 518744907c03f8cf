import { type DraftForm, factsOf, type Known } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { expect, test } from 'vitest';
import { fillable, prefilledOf, standsAsFilled, takenOutBy, withDispute, withKnown, withoutDispute } from './prefill.ts';

const ON = '2026-11-22' as CivilDate;
const AT = '2026-11-22T10:00:00+08:00';
const born = (day: string) => day as CivilDate;
const known: Known = {
  members: [
    {
      me: true,
      values: { name: '周德明', relation: 'self', birthDate: born('1960-07-08') },
      sources: [
        { field: 'name', from: 'identity', on: ON },
        { field: 'relation', from: 'identity', on: ON },
        { field: 'birthDate', from: 'identity', on: ON },
      ],
    },
    {
      values: { name: '陈秀英', relation: 'spouse', disability: { category: 'physical', grade: 2 } },
      sources: [
        { field: 'name', from: 'register', on: ON },
        { field: 'relation', from: 'register', on: ON },
        { field: 'disability', from: 'earlier-application', on: ON },
      ],
    },
  ],
};
const empty: DraftForm = { formVersion: 1, members: [{ id: 'm1', relation: 'self', name: '' }], photos: [] };

test('空着的替人填上，写过的不动；每一样说得出从哪里来', () => {
  expect(fillable(empty, known)).toBe(5);
  const filled = withKnown(empty, known);
  expect(filled.members).toEqual([
    { id: 'm1', relation: 'self', name: '周德明', birthDate: '1960-07-08' },
    { id: 'm2', relation: 'spouse', name: '陈秀英', disability: { category: 'physical', grade: 2 } },
  ]);
  expect(prefilledOf(filled).map((p) => [p.memberId, p.field, p.from, p.shown])).toEqual([
    ['m1', 'name', 'identity', '周德明'],
    ['m1', 'birthDate', 'identity', '1960年7月8日'],
    ['m2', 'name', 'register', '陈秀英'],
    ['m2', 'relation', 'register', '丈夫或妻子'],
    ['m2', 'disability', 'earlier-application', '肢体二级'],
  ]);
  // Once is enough.
  expect(fillable(filled, known)).toBe(0);
  const own: DraftForm = { ...empty, members: [{ id: 'm1', relation: 'self', name: '周明德', birthDate: born('1961-07-08') }] };
  expect(withKnown(own, known).members?.[0]).toEqual(own.members?.[0]);
});

test('说不对，马上从表里拿掉，不再填回来；规则看到的，和从来没填过一样', () => {
  const filled = withKnown(empty, known);
  const disputed = withDispute(filled, { memberId: 'm2', field: 'disability' }, AT);
  expect(disputed.members?.[1]).toEqual({ id: 'm2', relation: 'spouse', name: '陈秀英' });
  expect(prefilledOf(disputed, 'm2').find((p) => p.field === 'disability')).toMatchObject({ shown: '肢体二级', disputed: AT });
  expect(fillable(disputed, known)).toBe(0);
  const { prefilled: _p, ...never } = disputed;
  expect(factsOf(disputed, '500107' as DivisionCode)).toEqual(factsOf(never, '500107' as DivisionCode));
});

test('说错了“不对”，一下收回来：值回到表里，规则看到的，和没说过一样', () => {
  const filled = withKnown(empty, known);
  for (const one of prefilledOf(filled)) {
    const kept = takenOutBy(filled, one);
    if (!kept) throw new Error('nobody there');
    const back = withoutDispute(withDispute(filled, one, AT), kept);
    expect(back).toEqual(filled);
    expect(factsOf(back, '500107' as DivisionCode)).toEqual(factsOf(filled, '500107' as DivisionCode));
  }
});

test('自己改写了的，不再说是照填的；名字说不对、改了，不会再添出一个人', () => {
  const filled = withKnown(empty, known);
  const [name] = prefilledOf(filled, 'm2');
  if (!name) throw new Error('nothing filled in');
  expect(standsAsFilled(filled, name)).toBe(true);
  const renamed = withDispute(filled, name, AT);
  const written: DraftForm = { ...renamed, members: renamed.members?.map((m) => (m.id === 'm2' ? { ...m, name: '陈秀云' } : m)) };
  expect(standsAsFilled(written, name)).toBe(false);
  expect(fillable(written, known)).toBe(0);
  const without: DraftForm = { ...filled, members: filled.members?.slice(0, 1) };
  expect(withKnown(without, known).members).toHaveLength(1);
  expect(prefilledOf(without).every((p) => p.memberId === 'm1')).toBe(true);
});
