import type { DatedTable, DatedValue } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import { citationOf } from '../clauses/index.ts';
import { PROCEDURE_CONFLICTS } from '../procedures/index.ts';
import { ADULT_AGE, BASIC_PENSION, MARGINAL_MULTIPLE } from '../values/multiples.ts';
import { SUBSISTENCE_STANDARD } from '../values/standards.ts';
import { TABLES } from '../values/tables.ts';
import type { Claim } from './claims.ts';
import { CLAIMS } from './claims.ts';
import { TONGLIANG } from './codes.ts';
import { ELIGIBILITY_CONFLICTS } from './conflicts.ts';
import { LAYERS, layersOver } from './layers.ts';

const DECLARED = [...ELIGIBILITY_CONFLICTS, ...PROCEDURE_CONFLICTS];
const declared = (a: string, b: string) => DECLARED.some((one) => one.between.includes(a) && one.between.includes(b));

function canMeet(a: Claim, b: Claim): boolean {
  if (a.topic !== b.topic || a.says === b.says) return false;
  return a.district === undefined || b.district === undefined || a.district === b.district;
}

function undeclared(claims: readonly Claim[]): string[] {
  const found: string[] = [];
  for (const [index, a] of claims.entries())
    for (const b of claims.slice(index + 1))
      if (canMeet(a, b) && !declared(a.source, b.source)) found.push(`${a.topic}: ${a.source} ≠ ${b.source}`);
  return found;
}

/** A district's dated value that differs from what the city has on that day. */
function undeclaredRows(tables: readonly DatedTable<unknown>[]): string[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      if (row.scope === 'CN' || row.scope.length < 6 || row.certainty === 'assumed') return [];
      const city = cityRow(table, row);
      if (city === undefined || JSON.stringify(city.value) === JSON.stringify(row.value) || declared(row.source, city.source)) return [];
      return [`${table.id} ${row.scope} ${row.from}: ${row.source} ≠ ${city.source}`];
    }),
  );
}
function cityRow(table: DatedTable<unknown>, row: DatedValue<unknown>) {
  return table.rows.find((one) => one.scope === '50' && one.from <= row.from && (one.area === undefined || one.area === row.area));
}

describe('文件之间不一致的', () => {
  it('两份文件对同一件事说法不同，都声明过', () => expect(undeclared(CLAIMS)).toEqual([]));
  it('区里的数和市里的数不同，都声明过', () => expect(undeclaredRows(TABLES)).toEqual([]));

  it.each([
    ['减发停发先听取意见', 'JLP53-6-4', 'SAL2026-48'],
    ['从哪个月发', 'CQR2016-22', 'MCA57-21'],
    ['多久核查一次', 'CQR2016-26', 'MCA57-31'],
    ['公示多少', 'YC67-5-1a', 'YM239-3-2b'],
    ['渐退多久', 'MCA57-33', 'YM239-1-3b'],
    ['多久比对一次', 'YC67-3-2a', 'YM239-2-3c'],
    ['罚几倍', 'CQR2016-36', 'SAL2026-73'],
    ['宗教教职人员几年', 'CQR2016-11', 'F1-02'],
    ['现役军人', 'CQR2016-11', 'MCA57-7'],
    ['谁来确认', 'JLP53-2-2', 'SAL2026-44'],
    ['24倍按哪个标准', 'F1-42', 'F1-52'],
  ])('核对法规时列出的十处都声明了：%s', (_title, one, other) => expect(declared(one, other)).toBe(true));

  it('没声明的会被发现', () => {
    const invented: Claim = { ...(CLAIMS[0] as Claim), source: 'TL42-R3', says: '5' };
    expect(undeclared([...CLAIMS, invented])).toContain('religious-staff-years: CQR2016-11 ≠ TL42-R3');
    const city = SUBSISTENCE_STANDARD.rows.find((row) => row.scope === '50') as DatedValue<unknown>;
    const table: DatedTable<unknown> = { id: 'x', title: 'x', rows: [{ ...city, scope: '500151', value: 1, source: 'TL42-R3' }, city] };
    expect(undeclaredRows([table]).length).toBe(1);
  });

  it('取的那一边是其中一条，或者由人定；说了为什么', () => {
    for (const one of DECLARED) {
      expect(one.taken === 'officer' || one.between.includes(one.taken), one.id).toBe(true);
      expect(one.why.length, one.id).toBeGreaterThan(8);
    }
    expect(new Set(DECLARED.map((one) => one.id)).size).toBe(DECLARED.length);
  });

  it('引用的条款都登记过', () => {
    const ids = [...ELIGIBILITY_CONFLICTS.flatMap((one) => one.between), ...CLAIMS.map((one) => one.source)];
    expect(ids.filter((id) => !citationOf(id)?.gist)).toEqual([]);
  });

  it('取的那一边就是规则里用的那一边', () => {
    expect(MARGINAL_MULTIPLE.rows.map((row) => row.value)).toEqual([1.5]);
    expect(BASIC_PENSION.rows.map((row) => row.value)).toEqual(['open', 'left-out']);
    expect(ADULT_AGE.rows.map((row) => row.value)).toEqual([18]);
  });
});

describe('一层一层的文件', () => {
  it('铜梁在本区文件施行前一天只有国家和市里的，当天多一层', () => {
    const documents = (day: string) => layersOver(TONGLIANG, day as never).map((layer) => layer.document);
    expect(documents('2025-09-07')).toEqual(['MCA57', 'DESTITUTE2021', 'MCA57R', 'CQR2016', 'YM239', 'YMF12']);
    expect(documents('2025-09-08')).toEqual(['MCA57', 'DESTITUTE2021', 'MCA57R', 'CQR2016', 'YM239', 'YMF12', 'TL42']);
    expect(documents('2026-07-01')[0]).toBe('SAL2026');
  });
  it('每一层都说了改什么', () => expect(LAYERS.every((layer) => layer.sets.length > 0)).toBe(true));
});
