import { expect, it } from 'vitest';
import { caseFile } from '../../../test/fixtures-in-force.ts';
import { EMPTY_FORM, formProblems, holders, seenOf } from './certificate-form.ts';

const TODAY = '2026-11-22';

it('看证件：哪一位、号码、看过，一样都不能少；凭码只要码', () => {
  expect(Object.keys(formProblems(EMPTY_FORM, TODAY))).toEqual(['memberId', 'number', 'saw']);
  const filled = { ...EMPTY_FORM, memberId: 'm1', number: '11010519491231002x', saw: true };
  expect(formProblems(filled, TODAY)).toEqual({});
  expect(seenOf(filled)).toEqual({ way: 'paper', paper: { kind: 'resident-identity', number: '11010519491231002X' }, sawPaper: true });
  expect(Object.keys(formProblems({ ...filled, way: 'code', saw: false, number: '' }, TODAY))).toEqual(['code']);
  expect(seenOf({ ...filled, way: 'code', code: ' K7MT4QWX ' })).toEqual({ way: 'code', code: 'K7MT4QWX' });
});

it('全家的每个人都开得了；只是一个人的，别人开不了', () => {
  const file = caseFile();
  const [benefit] = file.benefits;
  if (!benefit) throw new Error('a household without anything');
  expect(holders({ ...file, benefits: [benefit] })).toHaveLength(file.members.length);
  expect(holders({ ...file, benefits: [{ ...benefit, memberId: 'm2' }] }).map((one) => one.memberId)).toEqual(['m2']);
  expect(holders({ ...file, benefits: [] })).toEqual([]);
});
