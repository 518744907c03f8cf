import type { AnyTable, Benefit, Node, Verdict } from '@assist/policy';
import { dateText, yuanText } from '@assist/policy';
import { questionFor } from '../assess/labels.ts';
import { casesOf } from '../benefits/all-cases.ts';
import type { Case } from '../benefits/case-table.ts';
import { yuan } from '../benefits/case-table.ts';
import { DISTRICT_NAMES } from '../districts/codes.ts';
import type { Household } from '../household.ts';
import { citedClauses, codes, list, page, table } from './markdown.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = { met: '符合', 'not-met': '够不上', unknown: '要问', 'for-officer': '要人来看' };
const KINDS: Readonly<Record<Node<never>['kind'], string>> = {
  rule: '',
  all: '（都要）',
  any: '（有一条就行）',
  each: '（逐个家人看）',
  benefit: '',
};

/** A benefit as a civil servant reviews it: what it is, the tree of conditions, the amounts by date and place, the cases. */
export function benefitPage(benefit: Benefit<Household>): string {
  const nodes = benefit.children.flatMap(under);
  return page(benefit.title, [
    ['', `编号 \`${benefit.id}\`。${benefit.about}\n\n由谁办：${benefit.handledBy}。`],
    ['要看的材料', list(benefit.documents)],
    ['留给人判断的', list([...new Set([...benefit.remains, ...nodes.flatMap((node) => node.leftToOfficer ?? [])])])],
    ['条件', benefit.children.map((node) => tree(node, 0)).join('\n')],
    ['怎么对居民说', sentences([benefit, ...nodes])],
    ['用到的回答', list(benefit.facts.map(factText))],
    ['数字（按日期和地方）', benefit.tables.map(valuesTable).join('\n\n')],
    [`案例（${casesOf(benefit.id).length} 个）`, casesTable(casesOf(benefit.id))],
    ['条款', citedClauses([...benefit.clauses, ...nodes.flatMap((node) => node.clauses)])],
  ]);
}

function under(node: Node<Household>): readonly Node<Household>[] {
  return [node, ...node.children.flatMap(under)];
}

function tree(node: Node<Household>, depth: number): string {
  const line = `${'  '.repeat(depth)}- ${node.title}${KINDS[node.kind]} \`${node.id}\`${node.clauses.length > 0 ? `：${codes(node.clauses)}` : ''}`;
  return [line, ...node.children.map((child) => tree(child, depth + 1))].join('\n');
}

function sentences(nodes: readonly Node<Household>[]): string {
  const rows = nodes.flatMap((node) =>
    Object.entries(node.sentences).map(([key, text]) => {
      const [verdict, reason] = key.split('/');
      return [node.title, VERDICTS[verdict as Verdict], reason === undefined ? '' : `\`${reason}\``, text ?? ''];
    }),
  );
  return table(['看什么', '结论', '情形', '句子'], rows);
}

function factText(id: string): string {
  const title = questionFor(id)?.title ?? questionFor(id.replace('.', '/x/'))?.title;
  return title === undefined ? `\`${id}\`` : `${title} \`${id}\``;
}

export function valuesTable(values: AnyTable): string {
  const rows = values.rows.map((row) => [
    row.until === undefined ? `${dateText(row.from)}起` : `${dateText(row.from)}至${dateText(row.until)}`,
    placeText(row.scope),
    row.area === undefined ? '' : row.area === 'urban' ? '城市' : '农村',
    valueText(row.value),
    `\`${row.source}\``,
    row.certainty,
  ]);
  return `**${values.title}** \`${values.id}\`\n\n${table(['什么时候', '哪里', '', '数', '出处', '把握'], rows)}`;
}

function placeText(scope: string): string {
  if (scope === 'CN') return '全国';
  return scope === '50' ? '全市' : (DISTRICT_NAMES[scope] ?? scope);
}

/** Money stands in fen in the tables: anything of a hundred and over, or an object, is shown as what it is. */
function valueText(value: unknown): string {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1000) return yuanText(value as never);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function casesTable(cases: readonly Case[]): string {
  const rows = cases.map((one) => [one.title, dateText(one.on), `\`${one.clause}\``, one.because, expected(one)]);
  return table(['情形', '哪一天', '条款', '为什么', '应当'], rows);
}

function expected(one: Case): string {
  const figures = Object.entries(one.yuan ?? {}).map(([name, amount]) => `${name} ${yuanText(yuan(amount))}`);
  for (const [name, value] of Object.entries(one.figures ?? {})) figures.push(`${name} ${value}`);
  const asked = (one.missing ?? []).map((id) => questionFor(id)?.title ?? id);
  return [
    VERDICTS[one.verdict] + (one.reason === undefined ? '' : `（${one.reason}）`),
    ...figures,
    ...asked.map((title) => `问：${title}`),
  ].join('；');
}
