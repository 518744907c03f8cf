import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import { type ApplicationForm, applicationFormSchema } from './application-form.ts';
import { factsOf } from './facts-of.ts';
import { impossibleAnswers } from './impossible-answers.ts';
import type { MemberForm } from './member.ts';
import { unconfirmedAnswers, unlikelyAnswers } from './unlikely-answers.ts';

const TODAY = '2026-11-22' as CivilDate;
const self: MemberForm = { id: 'm1', relation: 'self', name: '周德明', birthDate: '1958-03-04' as CivilDate };
const form = (extra: Partial<ApplicationForm> = {}): ApplicationForm => ({ formVersion: 1, members: [self], photos: [], ...extra });
const member = (id: string, extra: Partial<MemberForm> = {}): MemberForm => ({ id, relation: 'child', name: '周小', ...extra });
const paths = (f: ApplicationForm) => impossibleAnswers(f, TODAY).map((p) => p.path);

describe('不可能的回答', () => {
  it('只写了自己，别的什么都没说，也能交', () => {
    expect(applicationFormSchema.safeParse(form()).success).toBe(true);
    expect(impossibleAnswers(form(), TODAY)).toEqual([]);
  });

  it('一个人都没有：说清楚要先写自己', () => {
    const parsed = applicationFormSchema.safeParse(form({ members: [] }));
    expect(parsed.error?.issues[0]?.message).toBe('家里有谁？先写上您自己');
  });

  it('今天出生可以，明天出生不行', () => {
    expect(paths(form({ members: [self, member('m2', { birthDate: TODAY })] }))).toEqual([]);
    expect(paths(form({ members: [self, member('m2', { birthDate: '2026-11-23' as CivilDate })] }))).toEqual(['members.1.birthDate']);
  });

  it('号码的最后一位不对、和生日对不上、两个人同一个号，各自指到那一格', () => {
    const paper = (number: string) => ({ kind: 'resident-identity' as const, number });
    expect(paths(form({ members: [self, member('m2', { paper: paper('110105194912310021') })] }))).toEqual(['members.1.paper.number']);
    expect(
      paths(form({ members: [self, member('m2', { paper: paper('11010519491231002X'), birthDate: '1949-12-30' as CivilDate })] })),
    ).toEqual(['members.1.birthDate']);
    const twice = [self, member('m2', { paper: paper('11010519491231002X') }), member('m3', { paper: paper('11010519491231002X') })];
    expect(paths(form({ members: twice }))).toEqual(['members.2.paper.number']);
  });

  it('没有大陆证件、还没有证件的人，照样写得进去', () => {
    const members = [
      { ...self, paper: { kind: 'none-yet' as const, reason: '身份证丢了，正在补' } },
      member('m2', { paper: { kind: 'passport' as const, number: 'E1234567' } }),
    ];
    expect(applicationFormSchema.safeParse(form({ members })).success).toBe(true);
    expect(impossibleAnswers(form({ members }), TODAY)).toEqual([]);
  });

  it('没有自己、有两个自己、自己不在第一个', () => {
    expect(paths(form({ members: [member('m1')] }))).toEqual(['members']);
    expect(paths(form({ members: [self, { ...self, id: 'm2' }] }))).toEqual(['members']);
    expect(paths(form({ members: [{ ...self, id: 'm2' }] }))).toEqual(['members']);
  });

  it('花费和照片指着一个不在家里的人', () => {
    expect(paths(form({ spending: [{ kind: 'medical', amount: 1 as Fen, member: 'm9' }] }))).toEqual(['spending.0.member']);
    expect(paths(form({ photos: [{ fileId: '018f3a2e-0000-7000-8000-000000000001', about: 'medical', memberId: 'm9' }] }))).toEqual([
      'photos.0.memberId',
    ]);
  });

  it('负数的钱不收，一分钱收', () => {
    const with_ = (amount: number) => applicationFormSchema.safeParse({ ...form(), assets: { financial: amount } }).success;
    expect(with_(-1)).toBe(false);
    expect(with_(1)).toBe(true);
  });
});

describe('少见的回答：问一句，就收下', () => {
  it('没有大人：17 岁 364 天问，满 18 岁那天不问', () => {
    const ask = (birthDate: string) =>
      unlikelyAnswers(form({ members: [{ ...self, birthDate: birthDate as CivilDate }] }), TODAY).map((u) => u.question);
    expect(ask('2008-11-23')).toEqual(['no-adult']);
    expect(ask('2008-11-22')).toEqual([]);
  });

  it('有一个人没写生日，就不猜', () => {
    expect(unlikelyAnswers(form({ members: [{ id: 'm1', relation: 'self', name: '周' }] }), TODAY)).toEqual([]);
  });

  it('20 口人不问，21 口人问', () => {
    const many = (n: number) => form({ members: [self, ...Array.from({ length: n - 1 }, (_, i) => member(`m${i + 2}`))] });
    expect(unlikelyAnswers(many(20), TODAY)).toEqual([]);
    expect(unlikelyAnswers(many(21), TODAY).map((u) => u.question)).toEqual(['many-members']);
  });

  it('一个月 1000 万元整不问，多一分问；一年的按十二个月分', () => {
    const earning = (amount: number, per: 'month' | 'year') =>
      unlikelyAnswers(form({ members: [{ ...self, income: [{ kind: 'wage', amount: amount as Fen, per }] }] }), TODAY).length;
    expect(earning(1_000_000_000, 'month')).toBe(0);
    expect(earning(1_000_000_001, 'month')).toBe(1);
    expect(earning(12_000_000_000, 'year')).toBe(0);
    expect(earning(12_000_000_012, 'year')).toBe(1);
  });

  it('回答过的不再问', () => {
    const child = form({ members: [{ ...self, birthDate: '2015-01-01' as CivilDate }] });
    expect(unconfirmedAnswers(child, TODAY)).toHaveLength(1);
    expect(unconfirmedAnswers({ ...child, confirmations: [{ question: 'no-adult', answer: '邻居照顾' }] }, TODAY)).toEqual([]);
  });
});

describe('给规则看的事实', () => {
  it('不带名字、证件、电话、住址和自己写的话', () => {
    const full = form({
      members: [
        {
          ...self,
          name: '秘密名字',
          phone: '13900000000',
          paper: { kind: 'passport', number: 'SECRET1' },
          registration: { kind: 'chongqing', divisionCode: '500107001' as DivisionCode, detail: '秘密门牌' },
          residence: { kind: 'elsewhere', province: '秘密省' },
          income: [],
        },
      ],
      story: '秘密的话',
      emergency: { kind: 'illness', place: { kind: 'elsewhere', province: '秘密省' } },
    });
    const facts = factsOf(full, '500107' as DivisionCode);
    expect(JSON.stringify(facts)).not.toMatch(/秘密|SECRET|139/);
    expect(facts).toMatchObject({ district: '500107', members: [{ id: 'm1', relation: 'self', birthDate: '1958-03-04', income: [] }] });
  });
});
