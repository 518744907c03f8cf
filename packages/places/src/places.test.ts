import type { DivisionCode } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import {
  authoritiesOf,
  districts,
  divisionName,
  fullName,
  handlingOffice,
  handlingOffices,
  isInChongqing,
  isKnown,
  provinces,
  REASSIGNMENTS,
  townshipsOf,
} from './index.ts';
import { sampleOffices } from './sample-offices.ts';

const code = (digits: string) => digits as DivisionCode;
const office = (digits: string) => handlingOffice(code(digits));

describe('行政区划表', () => {
  it('重庆有 38 个区县，全国有 34 个省级地区', () => {
    expect(districts()).toHaveLength(38);
    expect(provinces()).toHaveLength(34);
  });

  it('三个先行区的镇街数：九龙坡 19、永川 23、铜梁 28', () => {
    expect(['500107', '500118', '500151'].map((one) => townshipsOf(code(one)).length)).toEqual([19, 23, 28]);
  });

  it('代码不重复，每个镇街的代码都以区县代码开头', () => {
    const all = districts().flatMap((district) => townshipsOf(district.code).map((one) => [district.code, one.code] as const));
    expect(new Set(all.map(([, one]) => one)).size).toBe(all.length);
    for (const [district, one] of all) expect(one).toMatch(new RegExp(`^${district}\\d{3}$`));
  });

  it.each([
    ['500107001', '杨家坪街道', '九龙坡区杨家坪街道'],
    ['500107001003', '杨家坪街道', '九龙坡区杨家坪街道'],
    ['500151105', '安居镇', '铜梁区安居镇'],
    ['500118', '永川区', '永川区'],
    ['510000', '四川省', '四川省'],
  ])('%s 叫 %s', (digits, name, full) => {
    expect(divisionName(code(digits))).toBe(name);
    expect(fullName(code(digits))).toBe(full);
  });

  it.each(['500999', '500107999', '5001', '', '510502', 'toString', '500107001a', '500107001abc'])('不认识 %s', (digits) => {
    expect(isKnown(code(digits))).toBe(false);
    expect(townshipsOf(code(digits))).toEqual([]);
  });

  it('在不在重庆', () => {
    expect(['500000', '500107', '500107001', '510000', '500999'].map((one) => isInChongqing(code(one)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('经办机构', () => {
  it('街道叫办事处，镇和乡叫人民政府', () => {
    expect(office('500107001')?.name).toBe('杨家坪街道办事处');
    expect(office('500107102')?.name).toBe('华岩镇人民政府');
  });

  it('村级代码归到镇街，区县代码不是经办机构', () => {
    expect(office('500107001003')?.id).toBe('500107001');
    expect(office('500107')).toBeUndefined();
    expect(office('510502001')).toBeUndefined();
  });

  it('两江新区 31 个街道、11 个镇，北碚区 6 个街道、11 个镇，与 2025-11-06 公布的一致', () => {
    const count = (id: string) => {
      const names = handlingOffices()
        .filter((one) => one.authority.id === id)
        .map((one) => one.name);
      return [names.filter((name) => name.endsWith('街道办事处')).length, names.filter((name) => name.endsWith('镇人民政府')).length];
    };
    expect(count('liangjiang')).toEqual([31, 11]);
    expect(count('500109')).toEqual([6, 11]);
  });

  it('没有哪个镇街还归已经撤销的江北区、渝北区', () => {
    expect(handlingOffices().filter((one) => ['500105', '500112'].includes(one.authority.id))).toEqual([]);
    expect(authoritiesOf(code('500112')).map((one) => one.name)).toEqual(['两江新区', '北碚区']);
  });

  it('高新区管九龙坡六个镇：那里的事不在本系统办', () => {
    const outside = handlingOffices(code('500107')).filter((one) => !one.live);
    expect(outside.map((one) => one.name.slice(0, 3))).toEqual(['含谷镇', '金凤镇', '白市驿', '走马镇', '石板镇', '巴福镇']);
    expect(new Set(outside.map((one) => one.authority.name))).toEqual(new Set(['西部科学城重庆高新区']));
  });

  it('万盛经开区十个镇街，其余归綦江区', () => {
    const [wansheng, qijiang] = ['wansheng-zone', '500110'].map((id) =>
      handlingOffices(code('500110')).filter((one) => one.authority.id === id),
    );
    expect([wansheng?.length, qijiang?.length]).toEqual([10, 21]);
  });

  it('只有九龙坡、永川、铜梁的镇街在本系统办', () => {
    const live = handlingOffices().filter((one) => one.live);
    expect(new Set(live.map((one) => one.authority.id))).toEqual(new Set(['500107', '500118', '500151']));
    expect(live).toHaveLength(13 + 23 + 28);
  });

  it('电话没有来源就没有，不编；不知道的写成一句话', () => {
    for (const one of handlingOffices()) {
      expect(one.phone).toBeNull();
      expect(one.unknown[0]).toContain('没有查到');
    }
    for (const { source, unknown, townships = [] } of REASSIGNMENTS) {
      expect(source.length + unknown.length).toBeGreaterThan(20);
      for (const one of townships) expect(isKnown(code(one))).toBe(true);
    }
  });
});

it('样例电话一看就是假的，每个在办的镇街一个，互不相同', () => {
  const samples = sampleOffices();
  expect(samples.map((one) => one.id)).toEqual(
    handlingOffices()
      .filter((one) => one.live)
      .map((one) => one.id),
  );
  expect(new Set(samples.map((one) => one.phone)).size).toBe(samples.length);
  for (const { phone } of samples) expect(phone).toMatch(/^023-0000-\d{4}$/);
});
