import type { DivisionCode } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { ROUTING_ASSUMPTIONS } from './assumptions.ts';
import type { Place, RoutedMember, WhereToApply, WhereToApplyQuestion } from './types.ts';
import { whereToApply } from './where-to-apply.ts';

const at = (code: string): Place => ({ divisionCode: code as DivisionCode });
const YANGJIAPING = at('500107001');
const HUAYAN = at('500107102');
const YONGCHUAN = at('500118001');
const TONGLIANG = at('500151001');
const LUZHOU = at('510502');
const JIULONGPO = at('500107');

/** A member registered in the first place and living in the second. */
const person = (id: string, registration: RoutedMember['registration'], residence?: Place, residencePermit?: boolean): RoutedMember => ({
  id,
  ...(registration === undefined ? {} : { registration }),
  ...(residence ? { residence } : {}),
  ...(residencePermit === undefined ? {} : { residencePermit }),
});

const ask = (members: RoutedMember[], rest: Partial<WhereToApplyQuestion> = {}) =>
  whereToApply({ members, applicantId: members[0]?.id ?? 'm1', benefit: 'subsistence', ...rest });

/** What the decision table compares: where to, who signs, or what is asked. */
function short(answer: WhereToApply): string {
  if (answer.kind === 'township') return `${answer.divisionCode}/${answer.memberId}`;
  if (answer.kind === 'choice') return answer.candidates.map((one) => `${one.divisionCode}/${one.memberId}`).join(' 或 ');
  return `问 ${answer.missing.map((one) => ('memberId' in one ? `${one.memberId}.${one.field}` : one.field)).join(' ')}`;
}

describe('去哪里申请（低保、边缘、刚性支出）', () => {
  test.each<[title: string, members: RoutedMember[], rest: Partial<WhereToApplyQuestion>, expected: string, clause: string]>([
    ['社会救助法37：一个人，户口和住处在一起', [person('m1', YANGJIAPING, YANGJIAPING)], {}, '500107001/m1', 'SAL2026-37'],
    ['社会救助法37：一个人住在外区，仍向户口所在镇街', [person('m1', YONGCHUAN, YANGJIAPING)], {}, '500118001/m1', 'SAL2026-37'],
    [
      '57号文4：全家户口在一处，住在外区也不改',
      [person('m1', YONGCHUAN, YANGJIAPING), person('m2', YONGCHUAN, YANGJIAPING)],
      {},
      '500118001/m1',
      'MCA57-4',
    ],
    [
      '57号文4：同区县两个镇街，由申请人的户口定',
      [person('m1', HUAYAN, HUAYAN), person('m2', YANGJIAPING, HUAYAN)],
      {},
      '500107102/m1',
      'MCA57-4',
    ],
    [
      '57号文4：换一位做申请人，镇街跟着换',
      [person('m1', HUAYAN, HUAYAN), person('m2', YANGJIAPING, HUAYAN)],
      { applicantId: 'm2' },
      '500107001/m2',
      'MCA57-4',
    ],
    ['村级代码归到镇街', [person('m1', at('500107001003'))], {}, '500107001/m1', 'SAL2026-37'],
    [
      '三（三）之一：同市不同区县，一位户口住处在一起',
      [person('m1', YONGCHUAN, YANGJIAPING), person('m2', YANGJIAPING, YANGJIAPING)],
      {},
      '500107001/m2',
      'YM239-3-3a',
    ],
    [
      '三（三）之一：不同省，一位户口住处在一起',
      [person('m1', LUZHOU, YANGJIAPING), person('m2', YANGJIAPING, YANGJIAPING)],
      {},
      '500107001/m2',
      'YM239-3-3a',
    ],
    [
      '三（三）之一：户口在杨家坪住华岩，同一区县算一致',
      [person('m1', LUZHOU, HUAYAN), person('m2', YANGJIAPING, HUAYAN)],
      {},
      '500107001/m2',
      'YM239-3-3a',
    ],
    [
      '三（三）之一：两位都住在自己户口所在地，申请人那位在前',
      [person('m1', YONGCHUAN, YONGCHUAN), person('m2', YANGJIAPING, YANGJIAPING)],
      { applicantId: 'm2' },
      '500107001/m2 或 500118001/m1',
      'YM239-3-3a',
    ],
    [
      '三（三）之二：谁都不住在户口所在区县，任一位都可以，市内在前',
      [person('m1', LUZHOU, TONGLIANG), person('m2', YANGJIAPING, TONGLIANG)],
      { applicantId: 'm3' },
      '500107001/m2 或 510502/m1',
      'YM239-3-3b',
    ],
    [
      '三（三）之二：申请人那位在前，哪怕在市外',
      [person('m1', LUZHOU, TONGLIANG), person('m2', YANGJIAPING, TONGLIANG)],
      {},
      '510502/m1 或 500107001/m2',
      'YM239-3-3b',
    ],
    [
      '三（三）之三：开放居住证的地方，住处也可以选，市内在前',
      [person('m1', LUZHOU, TONGLIANG, true)],
      { residencePermitOpen: true },
      '500151001/m1 或 510502/m1',
      'YM239-3-3c',
    ],
    ['三（三）之三：没有开放就只有户口所在地', [person('m1', LUZHOU, TONGLIANG, true)], {}, '510502/m1', 'SAL2026-37'],
    [
      '三（三）之三：开放了但没有居住证',
      [person('m1', LUZHOU, TONGLIANG, false)],
      { residencePermitOpen: true },
      '510502/m1',
      'SAL2026-37',
    ],
    [
      '三（三）之三：有没有居住证没问过，先问',
      [person('m1', LUZHOU, TONGLIANG)],
      { residencePermitOpen: true },
      '问 m1.residencePermit',
      'YM239-3-3c',
    ],
    [
      '三（三）之三：住在市外的居住证不归这里管',
      [person('m1', YANGJIAPING, LUZHOU)],
      { residencePermitOpen: true },
      '500107001/m1',
      'SAL2026-37',
    ],
    [
      '三（三）之三：住处只知道区县，问到镇街',
      [person('m1', LUZHOU, JIULONGPO, true)],
      { residencePermitOpen: true },
      '问 m1.residenceTownship',
      'YM239-3-3c',
    ],
    ['户口没问过，先问户口', [person('m1', undefined, YANGJIAPING)], {}, '问 m1.registration', 'SAL2026-37'],
    [
      '239号一（一）：家里别人的户口没说，不挡着，按申请人的',
      [person('m1', YANGJIAPING), person('m2', undefined)],
      {},
      '500107001/m1',
      'MCA57-4',
    ],
    ['申请人自己的户口没说，只问申请人', [person('m1', undefined), person('m2', YANGJIAPING)], {}, '问 m1.registration', 'SAL2026-37'],
    [
      '户口不在同一区县，才需要问住处',
      [person('m1', YONGCHUAN), person('m2', YANGJIAPING)],
      {},
      '问 m1.residence m2.residence',
      'YM239-3-3a',
    ],
    ['市内户口只知道区县，问到镇街', [person('m1', JIULONGPO)], {}, '问 m1.registrationTownship', 'SAL2026-37'],
    ['市外户口只知道省，不再追问', [person('m1', at('510000'), YANGJIAPING)], {}, '510000/m1', 'SAL2026-37'],
    [
      '申请人没有户口，由有户口的家人申请',
      [person('m1', 'none', YANGJIAPING), person('m2', YANGJIAPING)],
      {},
      '500107001/m2',
      'SAL2026-37',
    ],
    ['全家都没有户口，先交给居住地镇街', [person('m1', 'none', YANGJIAPING)], {}, '500107001/m1', 'YM239-1-1b'],
    ['说不清户口在哪里，先交给居住地镇街', [person('m1', 'unknown', YANGJIAPING)], {}, '500107001/m1', 'YM239-1-1b'],
    ['没有户口，住处也没问过，问住处', [person('m1', 'none')], {}, '问 m1.residence', 'YM239-1-1b'],
    ['没有户口，住处只知道区县，问到镇街', [person('m1', 'none', JIULONGPO)], {}, '问 m1.residenceTownship', 'YM239-1-1b'],
  ])('%s', (_title, members, rest, expected, clause) => {
    const answer = ask(members, rest);
    expect(short(answer)).toBe(expected);
    expect(answer.clauses).toContain(clause);
  });

  it('没有家庭成员时问申请人的住处，不报错', () => {
    expect(short(ask([]))).toBe('问 m1.residence');
  });

  it('靠推断的去向都带着声明过的假设', () => {
    const across = ask([person('m1', LUZHOU, HUAYAN), person('m2', YANGJIAPING, HUAYAN)]);
    const nobody = ask([person('m1', 'none', YANGJIAPING)]);
    const oneDistrict = ask([person('m1', HUAYAN), person('m2', YANGJIAPING)]);
    expect([across, nobody, oneDistrict].map((one) => (one.kind === 'township' ? one.assumption : one.kind))).toEqual([
      'same-district-counts-as-same-place',
      'no-registration-goes-to-residence',
      'one-district-applicant-decides',
    ]);
    for (const { words, nearest } of Object.values(ROUTING_ASSUMPTIONS)) {
      expect(words.length).toBeGreaterThan(10);
      expect(nearest.length).toBeGreaterThan(0);
    }
  });
});

describe('去哪里申请（特困）', () => {
  const family = [person('m1', LUZHOU, YANGJIAPING), person('m2', YANGJIAPING, YANGJIAPING)];

  it('特困由本人向自己户口所在地申请，不看家里其他人', () => {
    const answer = ask(family, { benefit: 'destitute' });
    expect(short(answer)).toBe('510502/m1');
    expect(answer.clauses).toEqual(['SAL2026-37', 'DESTITUTE2021-10']);
  });

  it('特困也可以凭居住证在开放的地方申请', () => {
    const answer = ask([person('m1', LUZHOU, TONGLIANG, true)], { benefit: 'destitute', residencePermitOpen: true });
    expect(short(answer)).toBe('500151001/m1 或 510502/m1');
    expect(answer.clauses).toEqual(['SAL2026-37', 'DESTITUTE2021-10', 'YM239-3-3c']);
  });
});

describe('去哪里求急难救助', () => {
  test.each<[string, Place | undefined, string]>([
    ['三（三）：在事情发生的镇街', TONGLIANG, '500151001/m1'],
    ['发生在市外，就在市外办', LUZHOU, '510502/m1'],
    ['没说在哪里，问在哪里', undefined, '问 emergencyPlace'],
    ['只知道区县，问到镇街', JIULONGPO, '问 emergencyTownship'],
  ])('%s', (_title, emergencyPlace, expected) => {
    const answer = ask([person('m1', YANGJIAPING, YONGCHUAN)], { benefit: 'temporary', ...(emergencyPlace ? { emergencyPlace } : {}) });
    expect(short(answer)).toBe(expected);
    expect(answer.clauses).toEqual(['YM239-3-3d', 'YMF12-14a', 'SAL2026-37']);
  });

  it('户口和住处怎么变，急难救助的去处都不变', () => {
    const homes = [undefined, 'none', 'unknown', YANGJIAPING, LUZHOU] as const;
    const answers = homes.map((home) => ask([person('m1', home)], { benefit: 'temporary', emergencyPlace: TONGLIANG }));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

it('去处只有三种：一个地方、几个地方、还要问什么；没有“不能申请”', () => {
  const places = [undefined, 'none', 'unknown', YANGJIAPING, YONGCHUAN, LUZHOU, JIULONGPO] as const;
  const homes = [undefined, YANGJIAPING, LUZHOU, JIULONGPO];
  for (const benefit of ['subsistence', 'destitute', 'temporary'] as const)
    for (const first of places)
      for (const second of places)
        for (const home of homes)
          for (const open of [true, false]) {
            const answer = ask([person('m1', first, home), person('m2', second, home)], { benefit, residencePermitOpen: open });
            expect(answer.clauses.length).toBeGreaterThan(0);
            if (answer.kind === 'ask') expect(answer.missing.length).toBeGreaterThan(0);
            else if (answer.kind === 'choice') expect(answer.candidates.length).toBeGreaterThan(1);
            else expect(answer.reason).not.toMatch(/不能|不可以|不符合|失败/);
          }
});
