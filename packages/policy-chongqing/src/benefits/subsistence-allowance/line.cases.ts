import type { DivisionCode, Verdict } from '@assist/policy';
import type { Case } from '../case-table.ts';
import { DAZU, day, family, monthly, person, yuan } from '../case-table.ts';

const NODE = 'subsistence-allowance/income';
const NANAN = '500108' as DivisionCode;
const JIULONGPO = '500107' as DivisionCode;
const YONGCHUAN = '500118' as DivisionCode;
const TONGLIANG = '500151' as DivisionCode;
const YUZHONG = '500103' as DivisionCode;

/** One person, one pension, exactly at the line and one fen on either side. */
function around(
  title: string,
  clause: string,
  on: string,
  district: DivisionCode,
  area: 'urban' | 'rural',
  line: number,
  above: Verdict,
  why: string,
): Case[] {
  const of = (amount: number) => family([person('m1', { income: [monthly(amount)] })], { district, area });
  const base = { clause, on: day(on), node: NODE };
  return [
    {
      ...base,
      title: `${title}，比线少一分`,
      because: `线是 ${line} 元；${(line - 0.01).toFixed(2)} 元低于它`,
      household: of(line - 0.01),
      verdict: 'met',
      yuan: { line, gap: 0.01 },
    },
    {
      ...base,
      title: `${title}，正好在线上`,
      because: '“低于”和“超过”都不含相等，文件留了空',
      household: of(line),
      verdict: 'for-officer',
      reason: 'at-line',
    },
    { ...base, title: `${title}，比线多一分`, because: why, household: of(line + 0.01), verdict: above, yuan: { line, over: 0.01 } },
  ];
}

const PAGE = '这个数在官方页面上读到过，所以可以说够不上';
const LESS = '这个数没有在官方页面上读到，只能交给人';
const ASSUMED = '本区自己的文件没有找到，先用全市的数，只能交给人';

/** Every step of the city's standards and each kind of district. Figures typed from facts.md § 3, not from the tables. */
export const LINE_CASES: readonly Case[] = [
  ...around('大足城市 2025年7月1日起', 'F3-01', '2025-07-01', DAZU, 'urban', 770, 'not-met', PAGE),
  ...around('大足农村 2025年7月1日起', 'F3-01', '2025-07-01', DAZU, 'rural', 630, 'not-met', PAGE),
  ...around('大足城市 2025年6月30日还是上一个标准', 'F3-02', '2025-06-30', DAZU, 'urban', 750, 'for-officer', LESS),
  ...around('大足农村 2024年9月1日起', 'F3-02', '2024-09-01', DAZU, 'rural', 610, 'for-officer', LESS),
  ...around('大足城市 2024年8月31日还是上一个标准', 'F3-03', '2024-08-31', DAZU, 'urban', 735, 'not-met', PAGE),
  ...around('大足农村 2023年9月1日起', 'F3-03', '2023-09-01', DAZU, 'rural', 600, 'not-met', PAGE),
  ...around('大足城市 2022年9月1日起', 'F3-04', '2022-09-01', DAZU, 'urban', 717, 'not-met', PAGE),
  ...around('大足农村 2023年8月31日', 'F3-04', '2023-08-31', DAZU, 'rural', 581, 'not-met', PAGE),
  ...around('大足城市 2021年9月1日起', 'F3-05', '2021-09-01', DAZU, 'urban', 636, 'for-officer', LESS),
  ...around('大足农村 2022年8月31日', 'F3-05', '2022-08-31', DAZU, 'rural', 515, 'for-officer', LESS),
  ...around('大足城市 2020年9月1日起', 'F3-06', '2020-09-01', DAZU, 'urban', 620, 'for-officer', LESS),
  ...around('大足农村 2021年8月31日', 'F3-06', '2021-08-31', DAZU, 'rural', 496, 'for-officer', LESS),
  ...around('南岸农村 2023年9月，城乡一个标准', 'F3-11', '2023-09-01', NANAN, 'rural', 735, 'not-met', PAGE),
  ...around('南岸城市 2023年9月，城乡一个标准', 'F3-11', '2023-09-01', NANAN, 'urban', 735, 'not-met', PAGE),
  ...around('南岸农村 2025年7月，推定仍是一个标准', 'F3-11', '2025-07-01', NANAN, 'rural', 770, 'for-officer', ASSUMED),
  ...around('九龙坡城市 2026年11月', 'F3-01', '2026-11-22', JIULONGPO, 'urban', 770, 'for-officer', ASSUMED),
  ...around('九龙坡农村 2026年11月', 'F3-01', '2026-11-22', JIULONGPO, 'rural', 630, 'for-officer', ASSUMED),
  ...around('永川农村 2026年11月', 'F3-01', '2026-11-22', YONGCHUAN, 'rural', 630, 'for-officer', ASSUMED),
  ...around('铜梁农村 2026年11月', 'F3-01', '2026-11-22', TONGLIANG, 'rural', 630, 'for-officer', ASSUMED),
  ...around('铜梁农村 2023年10月，区里转发的文件读到过', 'F3-03', '2023-10-01', TONGLIANG, 'rural', 600, 'not-met', PAGE),
  ...around('渝中城市 2025年8月', 'F3-11', '2025-08-01', YUZHONG, 'urban', 770, 'for-officer', ASSUMED),
  {
    title: '第一个标准的前一天没有线可比',
    clause: 'F3-06',
    because: '查到的最早标准从2020年9月1日起，早一天没有数，不能编',
    on: day('2020-08-31'),
    household: family([person('m1', { income: [monthly(10)] })]),
    node: NODE,
    verdict: 'for-officer',
    reason: 'no-standard',
  },
  {
    title: '不知道城市还是农村，收入比低的那条线还低',
    clause: 'F3-01',
    because: '629.99 比 630 和 770 都低，哪条线都一样',
    on: day('2025-12-01'),
    household: { ...unarea(629.99) },
    node: NODE,
    verdict: 'met',
  },
  {
    title: '不知道城市还是农村，收入在两条线之间',
    clause: 'F3-01',
    because: '700 比 770 低、比 630 高，要先问申请哪一种',
    on: day('2025-12-01'),
    household: unarea(700),
    node: NODE,
    verdict: 'unknown',
    missing: ['area'],
  },
  {
    title: '不知道城市还是农村，收入比高的那条线还高',
    clause: 'F3-01',
    because: '770.01 比两条线都高',
    on: day('2025-12-01'),
    household: unarea(770.01),
    node: NODE,
    verdict: 'not-met',
  },
  {
    title: '南岸不分城乡，不问城市还是农村',
    clause: 'F3-11',
    because: '2023年9月南岸两条线都是 735',
    on: day('2023-10-01'),
    household: { ...unarea(734.99), district: NANAN },
    node: NODE,
    verdict: 'met',
  },
];

function unarea(amount: number) {
  const { area: _, ...rest } = family([person('m1', { income: [{ kind: 'pension', amount: yuan(amount), per: 'month' }] })]);
  return rest;
}
