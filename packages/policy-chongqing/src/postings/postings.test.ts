import type { CivilDate, Fen } from '@assist/policy';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { citationOf } from '../clauses/index.ts';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../districts/codes.ts';
import {
  hangsOn,
  noticeOfOpinion,
  POSTED_BENEFITS,
  POSTED_OPINIONS,
  POSTING_ASSUMPTIONS,
  type PostedBenefit,
  type PostedFamily,
  type PostedOpinion,
  postingLines,
  publicationOfConfirmed,
  type ToPost,
} from './index.ts';

const on = (text: string) => text as CivilDate;
const base: ToPost = {
  family: { applicantName: '周样本', members: 4, amount: 198_000 as Fen },
  benefit: 'subsistence',
  district: JIULONGPO,
  from: on('2026-11-23'),
  objectTo: { office: '杨家坪街道办事处', phone: null },
};

/** Everything of a case that must not get out, marked so that it is found wherever it comes out. */
const secret = fc.string({ unit: fc.constantFrom(...'㐂㐃㐄㐅㐆㐇'), minLength: 3, maxLength: 8 });
const secrets = fc.record({
  identityNumber: secret,
  phone: secret,
  address: secret,
  illness: secret,
  disability: secret,
  income: secret,
  reason: secret,
  memberNames: fc.array(secret),
  bankAccount: secret,
  birthDate: secret,
  ground: secret,
});

describe('公示和公布', () => {
  it('三（二）：公示 7 天，第 7 天还在，第 8 天没有了', () => {
    const posted = noticeOfOpinion(base, 'grant');
    expect(posted).toEqual({
      posted: true,
      posting: {
        kind: 'notice',
        applicantName: '周样本',
        members: 4,
        amount: 198_000,
        benefit: 'subsistence',
        opinion: 'grant',
        from: '2026-11-23',
        until: '2026-11-30',
        objectTo: { office: '杨家坪街道办事处', phone: null },
        clauses: ['YM239-3-2a', 'MCA57-19', 'YM239-3-2c'],
      },
    });
    if (!posted.posted) return;
    expect(['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'].map((day) => hangsOn(posted.posting, on(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(postingLines(posted.posting)).toEqual([
      '公示',
      '申请人：周样本',
      '家庭人数：4 人',
      '拟保障金额：每月 1,980 元',
      '类别：低保（拟确认）',
      '时间：2026年11月23日至2026年11月30日',
      '有不同意见，找杨家坪街道办事处（电话没有查到）。',
    ]);
  });

  it('三（二）：公布没有意见这一项，挂 12 个月，区县可以改短', () => {
    const long = publicationOfConfirmed(base);
    const short = publicationOfConfirmed(base, 3);
    expect([long.posted && long.posting.until, short.posted && short.posting.until]).toEqual(['2027-11-23', '2027-02-23']);
    expect(long.posted && 'opinion' in long.posting).toBe(false);
  });

  test.each([
    ['九龙坡', JIULONGPO, ['JLP53-6-2', 'JLP53-6-3', 'JLP53-6-4']],
    ['永川', YONGCHUAN, []],
    ['铜梁', TONGLIANG, []],
  ] as const)('增减停的公示在%s引本区的条款', (_title, district, clauses) => {
    const posted = noticeOfOpinion({ ...base, district }, 'stop');
    const cited = posted.posted ? posted.posting.clauses : [];
    expect(cited.filter((id) => id.startsWith('JLP53'))).toEqual(clauses);
    expect(cited.filter((id) => !citationOf(id))).toEqual([]);
  });

  test.each<[string | null, string]>([
    ['023-6868 0000', '有不同意见，找杨家坪街道办事处，电话 023-6868 0000。'],
    [null, '有不同意见，找杨家坪街道办事处（电话没有查到）。'],
  ])('（二十二）：公示和公布都说找谁、打哪个电话，没有查到的不编（%s）', (phone, last) => {
    const toPost = { ...base, objectTo: { office: '杨家坪街道办事处', phone } };
    for (const posted of [noticeOfOpinion(toPost, 'grant'), publicationOfConfirmed(toPost)])
      expect(posted.posted && postingLines(posted.posting).at(-1)).toBe(last);
  });

  it('永川五（一）：孤儿和艾滋病儿童怎么都不出现', () => {
    const heldBack = { by: 'law', ground: 'orphan-or-hiv-child' } as const;
    for (const posted of [noticeOfOpinion({ ...base, heldBack }, 'grant'), publicationOfConfirmed({ ...base, heldBack })]) {
      expect(posted.posted).toBe(false);
      expect(JSON.stringify(posted)).not.toContain('周样本');
    }
  });

  it('工作人员留下不张贴的，理由不出来', () => {
    const heldBack = { by: 'officer', officer: 'o-1', reason: '躲避施暴的人' } as const;
    const posted = noticeOfOpinion({ ...base, heldBack }, 'grant');
    expect(posted.posted).toBe(false);
    expect(JSON.stringify(posted)).not.toMatch(/周样本|躲避|o-1/);
  });

  test.each(['', '  ', '周样本 13800000000', '500107199001010011', '周１２３', '周'.repeat(31)])(
    '姓名写成“%s”的先由人核对，不上墙',
    (applicantName) => {
      const posted = noticeOfOpinion({ ...base, family: { ...base.family, applicantName } }, 'grant');
      expect(posted.posted).toBe(false);
    },
  );

  it('不管案卷里有什么，出来的只有姓名、人数、金额，和类别、意见、起止、找谁', () => {
    const keys = ['amount', 'applicantName', 'benefit', 'clauses', 'from', 'kind', 'members', 'objectTo', 'until'];
    fc.assert(
      fc.property(
        secrets,
        secrets,
        fc.constantFrom(...(Object.keys(POSTED_BENEFITS) as PostedBenefit[])),
        fc.constantFrom(...(Object.keys(POSTED_OPINIONS) as PostedOpinion[])),
        fc.nat(20),
        fc.nat(1_000_000),
        (ofFamily, ofCase, benefit, opinion, members, amount) => {
          const family = { ...ofFamily, applicantName: '周样本', members, amount: amount as Fen } as PostedFamily;
          const toPost = { ...base, ...ofCase, family, benefit, objectTo: { ...ofCase, ...base.objectTo } } as ToPost;
          const [notice, publication] = [noticeOfOpinion(toPost, opinion), publicationOfConfirmed(toPost)];
          if (!notice.posted || !publication.posted) throw new Error('should be posted');
          expect(Object.keys(notice.posting).sort()).toEqual([...keys, 'opinion'].sort());
          expect(Object.keys(publication.posting).sort()).toEqual(keys);
          for (const { posting } of [notice, publication])
            expect(JSON.stringify(posting) + postingLines(posting).join()).not.toMatch(/[㐂-㐇]/);
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('假设引用的编号都登记过', () => {
    expect(POSTING_ASSUMPTIONS.flatMap((one) => one.beside).filter((id) => !citationOf(id))).toEqual([]);
  });
});
