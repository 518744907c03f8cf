import type { CivilDate } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { citationOf } from '../clauses/index.ts';
import { JIULONGPO, YONGCHUAN } from '../districts/codes.ts';
import {
  AUTHENTICATION_ASSUMPTIONS,
  authenticationStanding,
  CONTACTS,
  type Difficulty,
  WAYS,
  type WaysQuestion,
  waysFor,
} from './index.ts';

const on = (text: string) => text as CivilDate;
const DIFFICULTIES: readonly Difficulty[] = [
  'seeing',
  'hearing',
  'speaking',
  'face-or-eyes',
  'injury',
  'bedridden',
  'memory',
  'no-phone',
  'old-age',
  'disabled',
  'other',
];

describe('有哪些办法', () => {
  test.each<[string, WaysQuestion, readonly string[], boolean]>([
    ['五（五）：没有不便，手机在前，人工和上门一样列着', {}, ['phone-face', 'office-manual', 'visit', 'office-face'], false],
    ['五（五）：看不见，上门在前', { difficulties: ['seeing'] }, ['visit', 'office-manual', 'phone-face'], false],
    ['卧床的直接安排上门', { difficulties: ['bedridden'] }, ['visit', 'office-manual', 'phone-face'], true],
    ['刷了一次没成，还可以再刷', { unsuccessfulTries: 1 }, ['phone-face', 'office-manual', 'visit', 'office-face'], false],
    ['刷了两次没成，不再让刷，安排上门', { unsuccessfulTries: 2 }, ['visit', 'office-manual'], true],
    ['不同意刷脸，只有人工的办法', { agreedToFace: false }, ['office-manual', 'visit'], false],
    ['不满十四周岁，监护人没同意，不刷脸', { underFourteen: true }, ['office-manual', 'visit'], false],
    [
      '不满十四周岁，监护人同意了可以',
      { underFourteen: true, guardianAgreed: true },
      ['phone-face', 'office-manual', 'visit', 'office-face'],
      false,
    ],
  ])('%s', (_title, question, ways, arrangeVisit) => {
    expect(waysFor(question)).toMatchObject({ ways, arrangeVisit });
  });

  it('不管怎么问，刷脸都不是唯一的办法，上门总在里面', () => {
    for (const difficulty of [undefined, ...DIFFICULTIES])
      for (const unsuccessfulTries of [0, 1, 2, 100])
        for (const agreedToFace of [undefined, true, false])
          for (const underFourteen of [true, false])
            for (const guardianAgreed of [undefined, true, false]) {
              const { ways, clauses } = waysFor({
                ...(difficulty ? { difficulties: [difficulty] } : {}),
                unsuccessfulTries,
                underFourteen,
                ...(agreedToFace === undefined ? {} : { agreedToFace }),
                ...(guardianAgreed === undefined ? {} : { guardianAgreed }),
              });
              expect(ways).toContain('visit');
              expect(ways.filter((way) => !WAYS[way].face).length).toBeGreaterThanOrEqual(2);
              if (difficulty) expect(WAYS[ways[0] as keyof typeof WAYS].face).toBe(false);
              expect(clauses.filter((id) => !citationOf(id))).toEqual([]);
            }
  });
});

describe('什么时候', () => {
  const someone = { district: JIULONGPO, recipient: 'subsistence', lastMet: on('2025-11-23') } as const;
  test.each([
    ['到期前 31 天，什么都不用做', '2026-10-23', 'met'],
    ['到期前 30 天，提一句', '2026-10-24', 'soon'],
    ['到期当天还没过', '2026-11-23', 'soon'],
    ['过了一天，安排上门', '2026-11-24', 'visit-to-arrange'],
    ['过了三年，还是安排上门', '2029-11-24', 'visit-to-arrange'],
  ])('%s', (_title, date, state) => {
    expect(authenticationStanding(someone, on(date))).toMatchObject({ state, due: '2026-11-23' });
  });

  it('别的区没有文件要求，不请；区里开了就请', () => {
    const elsewhere = { ...someone, district: YONGCHUAN };
    expect(authenticationStanding(elsewhere, on('2026-11-24')).state).toBe('not-invited');
    expect(authenticationStanding({ ...elsewhere, invitedToo: ['subsistence'] }, on('2026-11-24')).state).toBe('visit-to-arrange');
    expect(authenticationStanding({ ...someone, recipient: 'destitute' }, on('2026-11-24')).state).toBe('not-invited');
  });

  it('五（五）是提倡：哪种情形的话里都没有停、扣、取消、失败', () => {
    for (const date of ['2026-01-01', '2026-11-01', '2026-11-24', '2036-01-01']) {
      const { sentence, clauses } = authenticationStanding(someone, on(date));
      expect(sentence.replace('不停钱', '')).not.toMatch(/停|扣|取消|失败|必须|逾期/);
      expect(clauses.filter((id) => !citationOf(id))).toEqual([]);
    }
  });

  it('见面的办法里有不刷脸的，条款都登记过', () => {
    expect(Object.keys(CONTACTS)).toEqual(expect.arrayContaining(['office-manual', 'visit', 'review-visit', 'window-with-card']));
    for (const { clauses } of Object.values(CONTACTS)) expect(clauses.filter((id) => !citationOf(id))).toEqual([]);
    for (const one of AUTHENTICATION_ASSUMPTIONS) expect(one.beside.filter((id) => !citationOf(id))).toEqual([]);
  });
});

it('包里没有别的地方读认证：规则、程序、变化、公示都不引用这个文件夹', () => {
  // @ts-expect-error import.meta.glob is vitest's own, resolved when the test is compiled.
  const sources: Record<string, string> = import.meta.glob(
    ['../**/*.ts', '!../**/*.test.ts', '!./**', '!../index.ts', '!../pages/**', '!../clauses/proofs/**'],
    {
      query: '?raw',
      import: 'default',
      eager: true,
    },
  );
  expect(Object.keys(sources).length).toBeGreaterThan(40);
  expect(
    Object.entries(sources)
      .filter(([, text]) => /from '[^']*authentication/.test(text))
      .map(([path]) => path),
  ).toEqual([]);
});
