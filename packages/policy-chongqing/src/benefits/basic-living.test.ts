import { describe, expect, it, test } from 'vitest';
import { assess } from '../assess/assess.ts';
import { NODES } from '../assess/explain-receipt.ts';
import type { Household } from '../household.ts';
import { day, family, IN_2025, monthly, person, yuan } from './case-table.ts';
import { RECIPIENT_KINDS } from './recipient-kinds.ts';

const kindsOf = (clause: string) => RECIPIENT_KINDS.filter((kind) => kind.clauses.includes(clause)).map((kind) => kind.title);
const SIX = ['特困供养', '低保', '低保边缘家庭', '刚性支出困难家庭', '防返贫监测对象', '其他困难人员'];

describe('低收入人口', () => {
  it('全市分六类', () => expect(kindsOf('YMF12-1a')).toEqual(SIX));
  it('铜梁农村的工作对象是同样六类', () => expect(kindsOf('TL42-O1')).toEqual(SIX));

  it('低保、特困照原来的办法认定：条件引的是那两份办法，没有新加的', () => {
    const citedBelow = (id: string): string[] => {
      const node = NODES.get(id);
      return node === undefined
        ? []
        : [...(node.kind === 'rule' ? node.clauses : []), ...node.children.flatMap((one) => citedBelow(one.id))];
    };
    for (const [id, act] of [
      ['destitute-support', 'DESTITUTE2021'],
      ['subsistence-allowance', 'MCA57'],
    ] as const) {
      const cited = citedBelow(id);
      expect(cited.some((clause) => clause.startsWith(`${act}-`))).toBe(true);
      expect(cited.filter((clause) => clause.startsWith('YMF12-'))).toEqual([]);
      for (const node of NODES.get(id)?.children ?? []) for (const limb of node.children) expect(limb.id.startsWith(`${id}/`)).toBe(true);
    }
  });

  it('防返贫监测对象由原来的部门认定，这里没有认定它的规则', () => {
    expect([...NODES.keys()].filter((id) => id.includes('poverty-monitoring'))).toEqual([]);
  });
});

describe('够得上低保、特困的，给基本生活救助', () => {
  test.each<[string, string, Household, number]>([
    // 770 and the standard of a single person without income; 1.3 times 770 and the care of one who manages alone: see F3-01, F3-09, F3-12.
    ['低保：没有收入的一个人，补满 770', 'subsistence-allowance', family([person('m1')]), 770],
    [
      '低保：有 500 收入的两口之家，差额 1040',
      'subsistence-allowance',
      family([person('m1', { income: [monthly(500)] }), person('m2')]),
      1040,
    ],
  ])('%s', (_title, id, household, amount) => {
    const finding = assess(household, IN_2025).findings.find((one) => one.rule === id);
    expect(finding?.numbers.estimatedAmount?.value).toBe(yuan(amount));
    expect(finding?.clauses).toContain('YMF12-8a');
  });

  it('特困：孤老一个人，说得出基本生活加照料护理一共多少', () => {
    const old = family([person('m1', { birthDate: day('1950-01-01') })]);
    const numbers = assess(old, IN_2025).findings.find((one) => one.rule === 'destitute-support')?.numbers;
    const of = (name: string) => Number(numbers?.[name]?.value);
    expect(of('destituteStandard')).toBeGreaterThan(yuan(770));
    expect(of('estimatedAmount')).toBe(of('destituteStandard') + of('careAllowance'));
    expect(of('careAllowance')).toBeGreaterThan(0);
  });
});
