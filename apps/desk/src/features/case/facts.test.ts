import type { Prefilled } from '@assist/contracts';
import { describe, expect, it } from 'vitest';
import { caseView, uuid } from '../../../test/fixtures.ts';
import { factSheet, onlyFacts } from './facts.ts';
import { paperText, phoneText, placeText, yearsOn, yuan } from './words.ts';

type PrefilledDay = Prefilled['on'];
const sheet = factSheet(caseView());
const group = (title: string) => sheet.groups.find((g) => g.title === title)?.facts ?? [];
const line = (title: string) => group(title).map((f) => `${f.label} ${f.value} ${f.standing}`);

describe('事实分组', () => {
  it('收入按人、按种类写，按年的写一年，没有和没填分得开', () => {
    expect(line('收入，每月')).toEqual([
      '李素芬，零工 200 元 said',
      '李素芬，城乡居民养老金 一年 1,800 元 said',
      '张国福 说没有 none',
      '张伟，工资 4,300 元 papers',
      '张伟，干活要花的 300 元 said',
      '王小梅，零工 800 元 said',
      '张小宇 没填 not-said',
    ]);
  });

  it('单子挂在它说的那个人、那件事上', () => {
    expect(group('近 12 个月自己花的')[0]?.fileIds).toEqual([uuid(701), uuid(702)]);
    expect(group('收入，每月').find((f) => f.label === '张伟，工资')?.fileIds).toEqual([uuid(704)]);
    expect(group('收入，每月').find((f) => f.label === '王小梅，零工')?.fileIds).toEqual([]);
  });

  it('替他填上的，写明从哪里来；本人说不对的，旁边是他说的；选了一个人申请的，写在最前', () => {
    const view = caseView();
    const [first] = view.form.members;
    if (!first) throw new Error('fixture');
    const at = '2026-11-20T09:42:00+08:00';
    const filled = { memberId: first.id, from: 'register', on: '2026-03-01' as PrefilledDay } as const;
    const prefilled = [
      { ...filled, field: 'name', shown: first.name },
      { ...filled, field: 'disability', shown: '肢体四级', disputed: at },
    ] as const;
    const form = { ...view.form, prefilled: [...prefilled], appliesAs: { way: 'single', memberId: first.id } as const };
    const { groups } = factSheet({ ...view, form });
    const facts = groups.find((g) => g.title === '替他填上的')?.facts ?? [];
    expect(facts.map((f) => [f.label, f.value, f.source?.from, f.disputed?.replace(/^本人 .* 说不对，/, '')])).toEqual([
      [`${first.name}，姓名`, first.name, '区里的登记', undefined],
      [`${first.name}，残疾证`, '肢体四级', '区里的登记', '写的是：没有'],
    ]);
    expect(groups[0]?.facts.map((f) => f.value)).toEqual([`选了 ${first.name} 一个人单独申请（单人户）`]);
  });

  it('没写人的单子，同一件事的各行都挂上', () => {
    const view = caseView();
    const [first] = view.files;
    if (!first) throw new Error('fixture');
    const { memberId: _, ...shared } = first;
    const facts = factSheet({ ...view, files: [{ ...shared, about: 'income' }] }).groups[0]?.facts ?? [];
    expect(facts.filter((f) => f.label.includes('，零工')).map((f) => f.fileIds)).toEqual([[first.fileId], [first.fileId]]);
  });

  it('财产：没填存款写没填，企业写说没有', () => {
    expect(line('财产')).toEqual([
      '存款、理财、保险 没填 not-said',
      '小汽车 现在值 18,000 元，说有凭据 said',
      '住房 1 86 ㎡ said',
      '名下企业 说没有 none',
    ]);
  });

  it('空表也不出错：没有的组不出现', () => {
    const empty = factSheet({ form: { formVersion: 1, members: [], photos: [] }, files: [] });
    expect(empty.groups.map((g) => g.title)).toEqual(['财产', '近 12 个月自己花的', '不住一起的亲属', '近亲属和收款', '住处和户口']);
    expect(empty.papers).toBe(0);
  });

  it('筛出没填的，数和行对得上', () => {
    expect(onlyFacts(sheet, 'not-said').flatMap((g) => g.facts)).toHaveLength(sheet.notSaid);
    expect(onlyFacts(sheet, 'papers').flatMap((g) => g.facts)).toHaveLength(sheet.papers);
    // 张小宇的收入、存款、不住一起的亲属；有没有近亲属在办这些事、钱打到哪里。
    expect(sheet.notSaid).toBe(5);
  });
});

describe('新的几样', () => {
  it('不住一起的亲属、证件、再问过的，各自成组', () => {
    const { form, files } = caseView();
    const more = factSheet({
      files,
      form: {
        ...form,
        supporters: [{ id: 's1', relation: 'child', pays: 30000 as never, ableToSupport: true }],
        confirmations: [{ question: 'no-adult', answer: '外婆在带' }],
        members: form.members.map((m) => (m.id === 'm2' ? { ...m, paper: { kind: 'none-yet', reason: '掉了' }, phone: '13900000000' } : m)),
      },
    });
    const of = (title: string) => more.groups.find((g) => g.title === title)?.facts.map((f) => `${f.label} ${f.value}`);
    expect(of('不住一起的亲属')).toEqual(['子女 每月给 300 元，说给得起']);
    expect(of('再问过的')).toEqual(['家里没有大人，谁在照顾 外婆在带']);
    expect(of('证件和电话')).toEqual(['张国福 还没有：掉了', '张国福，电话 139****0000']);
  });
});

describe('写法', () => {
  it('金额：元带千分位，有分写分', () => {
    expect([yuan(430000), yuan(1), yuan(120050), yuan(0)]).toEqual(['4,300 元', '0.01 元', '1,200.5 元', '0 元']);
  });
  it('年龄按生日算足', () => {
    expect([yearsOn('2008-11-23', '2026-11-22'), yearsOn('2008-11-22', '2026-11-22')]).toEqual([17, 18]);
  });
  it('证件号、电话只露头尾，没有证件的写原因', () => {
    expect(paperText({ kind: 'resident-identity', number: '11010519491231002X' })).toBe('居民身份证 1****************X');
    expect(paperText({ kind: 'none-yet', reason: '正在补办' })).toBe('还没有：正在补办');
    expect([phoneText('13900000000'), phoneText('62345678'), phoneText('12345')]).toEqual(['139****0000', '62****78', '12*45']);
  });
  it('地方照写的写，有名字写名字', () => {
    expect(placeText({ kind: 'chongqing', divisionCode: '500107001' as never }, { '500107001': '九龙坡区杨家坪街道' })).toBe(
      '九龙坡区杨家坪街道',
    );
    expect(placeText({ kind: 'elsewhere', province: '广东' })).toBe('广东');
    expect(placeText({ kind: 'no-fixed-place', detail: '桥下' })).toBe('没有固定住处，桥下');
  });
});
