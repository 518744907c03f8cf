import { describe, expect, it, test } from 'vitest';
import { CLOCK_ASSUMPTIONS, CLOCK_RULES, CONFIRMED_BY } from '../procedures/index.ts';
import { CITATION_IDS, citation } from '../values/citations/index.ts';
import { ROUTING_ASSUMPTIONS } from '../where-to-apply/index.ts';
import { ARTICLES, CLAUSES, citationLabel, citationOf, clause, DOCUMENTS } from './index.ts';

/** Clauses by document and class, as the index of the documents counts them. */
const COUNTS = {
  JLP53: { A: 3, 'A+B': 9, B: 27, C: 7 },
  YM239: { A: 5, 'A+B': 10, B: 28, C: 8 },
  YMF12: { A: 16, 'A+B': 15, B: 27, C: 15 },
  YC67: { A: 2, 'A+B': 1, B: 24, C: 3 },
  TL42: { A: 2, 'A+B': 3, B: 26, C: 5 },
};

describe('条款登记', () => {
  it('五份文件 236 条，编号不重复', () => {
    expect(CLAUSES).toHaveLength(236);
    expect(new Set(CLAUSES.map((one) => one.id)).size).toBe(236);
  });

  test.each(Object.entries(COUNTS))('%s 的条数按类别对得上', (document, counts) => {
    const count = (kind: string) => CLAUSES.filter((one) => one.document === document && one.class === kind).length;
    expect({ A: count('A'), 'A+B': count('A+B'), B: count('B'), C: count('C') }).toEqual(counts);
  });

  it('每一条 A、A+B、B 都落在产品里，每一条 C 都写明为什么不是软件', () => {
    for (const one of CLAUSES) {
      expect([one.id, one.home === 'organisational']).toEqual([one.id, one.class === 'C']);
      expect([one.id, one.where.length > 3, one.gist.endsWith('。'), one.actor.length > 0, one.place.length > 0]).toEqual([
        one.id,
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it('每一条的文件都在目录里，生效日期和文件一致', () => {
    const documents = new Map(DOCUMENTS.map((one) => [one.id, one]));
    for (const one of CLAUSES) expect([one.id, one.from]).toEqual([one.id, documents.get(one.document)?.from]);
  });

  it('引用写成文号加位置', () => {
    expect(citationLabel('YM239-3-1b')).toBe('渝民〔2022〕239号 三（一）');
    expect(citationLabel('JLP53-6-5a')).toBe('九龙坡民政〔2025〕53号 六（五）');
    expect(citationLabel('SAL2026-48')).toBe('《社会救助法》 第四十八条');
    expect(citationOf('YMF12-14a')?.gist).toContain('不看户口');
  });

  it('没有登记的编号原样显示，不编出处', () => {
    expect(citationLabel('YM239-9-9z')).toBe('YM239-9-9z');
    expect(citationOf('YM239-9-9z')).toBeUndefined();
    expect(clause('toString')).toBeUndefined();
  });
});

describe('法律条文和事实的登记', () => {
  it('编号不重复，也不和数值里登记的重复', () => {
    const ids = [...ARTICLES.map((one) => one.id), ...CITATION_IDS, ...CLAUSES.map((one) => one.id)];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(CITATION_IDS.every((id) => citation(id))).toBe(true);
  });

  it('出处和要点都不空', () => {
    for (const { id, label, gist } of ARTICLES) expect([id, label.length > 4, gist.length > 4]).toEqual([id, true, true]);
  });

  it('期限、去处和假设引用的编号都登记过', () => {
    const cited = [
      ...Object.values(CLOCK_RULES).flatMap((one) => one.clauses),
      ...CLOCK_ASSUMPTIONS.flatMap((one) => one.beside),
      ...Object.values(ROUTING_ASSUMPTIONS).flatMap((one) => one.nearest),
      ...CONFIRMED_BY.rows.map((one) => one.source),
    ];
    expect(cited.filter((id) => !citationOf(id))).toEqual([]);
  });
});
