import { describe, expect, it } from 'vitest';
import { paperOf } from '../../components/paper-on-hand.ts';
import { codeFormProblems, EMPTY_CODE_FORM, spokenCode } from './code-form.ts';

const TODAY = '2026-11-22';
// An invented number with a right check digit: the example that GB 11643 itself prints.
const NUMBER = '11010519491231002X';
const good = { name: '李素芬', kind: 'resident-identity' as const, number: NUMBER, saw: true, assistant: false };

describe('给核身码', () => {
  it('都写好、看过证件，才没有要改的', () => {
    expect(codeFormProblems(good, TODAY)).toEqual({});
    expect(Object.keys(codeFormProblems(EMPTY_CODE_FORM, TODAY))).toEqual(['name', 'number', 'saw']);
    expect(Object.keys(codeFormProblems({ ...good, saw: false }, TODAY))).toEqual(['saw']);
  });

  it('号码抄错一位就说出来', () => {
    expect(codeFormProblems({ ...good, number: '110105194912310021' }, TODAY).number).toBe('有一位可能看错了，请对着身份证再看一下');
  });

  it('空格和小写 x 收拾好再送；别的证件照写的送', () => {
    expect(paperOf({ ...good, number: ' 110105 19491231 002x ' })).toEqual({ kind: 'resident-identity', number: NUMBER });
    expect(paperOf({ ...good, kind: 'passport', number: ' E1234 ' })).toEqual({ kind: 'passport', number: 'E1234' });
    expect(codeFormProblems({ ...good, kind: 'passport', number: 'E1234' }, TODAY)).toEqual({});
  });

  it('码按四个一组念', () => {
    expect([spokenCode('ABCD2345'), spokenCode('ABCD-2345'), spokenCode('234567'), spokenCode('2345')]).toEqual([
      'ABCD-2345',
      'ABCD-2345',
      '2345-67',
      '2345',
    ]);
  });
});
