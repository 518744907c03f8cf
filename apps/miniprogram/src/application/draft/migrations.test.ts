import { FORM_VERSION } from '@assist/contracts';
import { describe, expect, test } from 'vitest';
import { carryForward, MIGRATIONS, type Migration } from './migrations.ts';

const steps: Migration[] = [
  { from: 1, what: '收入改名', step: ({ earnings, ...form }) => ({ ...form, income: earnings }) },
  { from: 2, what: '加一栏', step: (form) => ({ ...form, note: '' }) },
];

const to = (target: number) => ({ migrations: steps, target });

describe('草稿往新版带', () => {
  test('从第一版一步一步带到第三版，写过的一样不少', () => {
    expect(carryForward({ formVersion: 1, earnings: 120000, story: '原话' }, to(3))).toEqual({
      formVersion: 3,
      income: 120000,
      story: '原话',
      note: '',
    });
  });
  test('从中间一版开始也行', () => {
    expect(carryForward({ formVersion: 2, income: 1 }, to(3))).toEqual({ formVersion: 3, income: 1, note: '' });
  });
  test('比现在新的不动', () => {
    expect(carryForward({ formVersion: 4 }, to(3))).toBeUndefined();
  });
  test('没人认得的栏原样留着；缺一步、那一步出了错，不动它', () => {
    expect(carryForward({ formVersion: 1, earnings: 1, members: [{ id: 'm1', nickname: '三娃' }], oldCorner: { a: 1 } }, to(3))).toEqual({
      formVersion: 3,
      income: 1,
      note: '',
      members: [{ id: 'm1', nickname: '三娃' }],
      oldCorner: { a: 1 },
    });
    expect(carryForward({ formVersion: 1 }, to(4))).toBeUndefined();
    const broken: Migration = {
      from: 1,
      what: '写坏了的一步',
      step: () => {
        throw new Error('broken');
      },
    };
    expect(carryForward({ formVersion: 1 }, { migrations: [broken], target: 2 })).toBeUndefined();
  });
  test('清单没有断的：每一版都有路到现在这一版', () => {
    expect(MIGRATIONS.map((m) => m.from)).toEqual(Array.from({ length: FORM_VERSION - 1 }, (_, i) => i + 1));
  });
});
