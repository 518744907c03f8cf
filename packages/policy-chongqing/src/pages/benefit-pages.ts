import { ALL_CASES } from '../benefits/all-cases.ts';
import { BENEFITS } from '../benefits/index.ts';
import { RECIPIENT_KINDS } from '../benefits/recipient-kinds.ts';
import { DISTRICT_NAMES, ELIGIBILITY_CONFLICTS, LAYERS } from '../districts/index.ts';
import { TABLES } from '../values/tables.ts';
import { benefitPage, valuesTable } from './benefit-page.ts';
import { codes, page, table } from './markdown.ts';

/** Approved pages of benefits, dated values and districts, by path below `src/`. */
export function benefitPages(): Readonly<Record<string, string>> {
  const pages: Record<string, string> = {};
  const links: string[] = [];
  for (const benefit of BENEFITS) {
    const folder = benefit.group === 'referral' ? `referrals/approved/${benefit.id}.approved.md` : `${benefit.id}/approved.md`;
    pages[`benefits/${folder}`] = benefitPage(benefit);
    links.push(`- [${benefit.title}](${folder})`);
  }
  pages['benefits/approved.md'] = page('救助和帮扶', [
    ['', `一共 ${BENEFITS.length} 样，${ALL_CASES.length} 个案例。按顺序看：特困供养、低保、单独申请、边缘家庭、刚性支出、临时救助。`],
    ['每一样', links.join('\n')],
    [
      '救助对象的种类',
      table(
        ['种类', '编号', '条款'],
        RECIPIENT_KINDS.map((kind) => [kind.title, `\`${kind.id}\``, codes(kind.clauses)]),
      ),
    ],
  ]);
  pages['values/approved.md'] = page('有日期的数', [
    ['', `一共 ${TABLES.length} 种。`],
    ['每一种', TABLES.map(valuesTable).join('\n\n')],
  ]);
  pages['districts/approved.md'] = districtsPage();
  return pages;
}

function districtsPage(): string {
  const layers = LAYERS.map((layer) => [
    layer.document,
    layer.district === undefined ? (layer.level === 'nation' ? '全国' : '全市') : (DISTRICT_NAMES[layer.district] ?? layer.district),
    layer.from,
    layer.sets.join('、'),
    layer.note ?? '',
  ]);
  const conflicts = ELIGIBILITY_CONFLICTS.map((one) => [
    one.title,
    codes(one.between),
    one.taken === 'officer' ? '由人定' : `\`${one.taken}\``,
    one.why,
  ]);
  return page('一层一层的文件', [
    ['', '更具体的、更新的优先；法律在所有文件之上。'],
    ['层次', table(['文件', '哪里', '从哪天起', '管什么', '说明'], layers)],
    ['声明过的冲突', table(['问题', '哪几条', '按哪一条', '为什么'], conflicts)],
  ]);
}
