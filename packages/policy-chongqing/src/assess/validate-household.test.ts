import { civilDate } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { family, person } from '../benefits/case-table.ts';
import { validateHousehold } from './validate-household.ts';

const good = () => JSON.parse(JSON.stringify(family([person('m1'), person('m2')]))) as Record<string, never>;
/** The good household with one thing changed, read as if it came from outside. */
function broken(change: (household: Record<string, never> & { members: Record<string, unknown>[] }) => void): unknown {
  const household = good() as Record<string, never> & { members: Record<string, unknown>[] };
  change(household);
  return household;
}
const TODAY = civilDate('2026-11-22');
const set = (path: readonly (string | number)[], value: unknown) =>
  broken((household) => {
    let at = household as unknown as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
    at[path.at(-1) as string] = value;
  });

describe('answers read from outside', () => {
  it('that are in order have no problems', () => expect(validateHousehold(good(), TODAY)).toEqual([]));

  test.each([
    ['家里没有人', set(['members'], []), 'members'],
    ['没有成员这一项', set(['members'], undefined), 'members'],
    ['不认识的区县', set(['district'], '510107'), 'district'],
    ['区县写成数字', set(['district'], 500_107), 'district'],
    ['出生在今天之后', set(['members', 0, 'birthDate'], '2026-11-23'), 'members/0/birthDate'],
    ['二月三十日出生', set(['members', 0, 'birthDate'], '1980-02-30'), 'members/0/birthDate'],
    ['收入是负数', set(['members', 0, 'income'], [{ kind: 'wage', amount: -1, per: 'month' }]), 'members/0/income/0/amount'],
    ['收入有半分钱', set(['members', 0, 'income'], [{ kind: 'wage', amount: 0.5, per: 'month' }]), 'members/0/income/0/amount'],
    ['收入写成文字', set(['members', 0, 'income'], [{ kind: 'wage', amount: '100', per: 'month' }]), 'members/0/income/0/amount'],
    ['收入大到算不准', set(['members', 0, 'income'], [{ kind: 'wage', amount: 1e15, per: 'month' }]), 'members/0/income/0/amount'],
    ['不认识的收入', set(['members', 0, 'income'], [{ kind: 'lottery', amount: 1, per: 'month' }]), 'members/0/income/0/kind'],
    ['存款是负数', set(['assets', 'financial'], -100), 'assets/financial'],
    ['同一个人填了两次', set(['members', 1, 'id'], 'm1'), 'members/1/id'],
    ['两位本人', set(['members', 1, 'relation'], 'self'), 'members/1/relation'],
    ['成员又当家外亲属', set(['supporters'], [{ id: 'm1', relation: 'child' }]), 'supporters/0/id'],
    ['残疾等级没有五级', set(['members', 0, 'disability'], { category: 'visual', grade: 5 }), 'members/0/disability/grade'],
    ['残疾写成是', set(['members', 0, 'disability'], true), 'members/0/disability'],
    ['多写了没有的字段', set(['members', 0, 'authenticated'], true), 'members/0/authenticated'],
    ['开销记在不认识的人身上', set(['spending'], [{ kind: 'medical', amount: 1, member: 'm9' }]), 'spending/0/member'],
    ['急事在今天之后', set(['emergency'], { kind: 'illness', startedOn: '2026-11-23' }), 'emergency/startedOn'],
    ['急事早于全家出生', set(['emergency'], { kind: 'illness', startedOn: '1980-01-01' }), 'emergency/startedOn'],
    ['不是一组字段', '你好', ''],
    ['什么都没有', null, ''],
    ['是一个列表', [], ''],
  ])('%s', (_, input, path) => {
    expect(validateHousehold(input, TODAY).map((one) => one.path)).toContain(path);
  });

  it('生在今天、急事在今天，都可以', () => {
    expect(validateHousehold(set(['members', 1, 'birthDate'], '2026-11-22'), TODAY)).toEqual([]);
    expect(validateHousehold(set(['emergency'], { kind: 'illness', startedOn: '2026-11-22' }), TODAY)).toEqual([]);
  });

  it('第一个标准的前一天没有数可比，当天有', () => {
    expect(validateHousehold(good(), civilDate('2020-08-31')).map((one) => one.path)).toEqual(['on']);
    expect(validateHousehold(good(), civilDate('2020-09-01'))).toEqual([]);
  });

  it('说所有的问题，不只第一个', () => {
    expect(validateHousehold(set(['members', 0], { id: '', relation: 'x', birthDate: 'y' })).length).toBe(3);
  });

  it('从不重复填的内容', () => {
    const secret = '500107198001011234';
    expect(JSON.stringify(validateHousehold(set(['members', 0, 'relation'], secret)))).not.toContain(secret);
  });
});
