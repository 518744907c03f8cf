import { dateText } from '@assist/policy';
import { CLAUSES, citationOf, clause, NODES, TABLES } from '@assist/policy-chongqing';
import type { Answer, Command } from './command.ts';
import { printed, refused } from './command.ts';

/** `policy explain CLAUSE|RULE|VALUE [--json]`: what it says, where it is used, what rests on it. */
export const explainCommand: Command = (around) => {
  const json = around.flags.json === true;
  const id = around.args[0];
  if (id === undefined) return refused([{ path: '', problem: '要写条款、规则或数的编号，如 YM239-1-4a、marginal-family' }], json);
  return ruleAnswer(id, json) ?? tableAnswer(id, json) ?? citationAnswer(id, json) ?? notFound(id, json);
};

function ruleAnswer(id: string, json: boolean): Answer | undefined {
  const node = NODES.get(id);
  if (node === undefined) return undefined;
  const data = {
    kind: node.kind,
    id,
    title: node.title,
    clauses: node.clauses.map((one) => citationOf(one) ?? { id: one }),
    facts: node.facts,
    values: node.tables.map((table) => table.id),
    leftToOfficer: node.leftToOfficer ?? null,
    sentences: node.sentences,
    children: node.children.map((child) => ({ id: child.id, title: child.title })),
  };
  const lines = [
    `${node.title}  ${id}`,
    ...data.clauses.map((one) => `  依据 ${one.id} ${'label' in one ? `${one.label}：${one.gist}` : ''}`),
    ...(node.leftToOfficer === undefined ? [] : [`  留给人：${node.leftToOfficer}`]),
    `  用到的回答：${node.facts.join('、') || '没有'}`,
    `  用到的数：${node.tables.map((table) => `${table.title}（${table.id}）`).join('、') || '没有'}`,
    ...Object.entries(node.sentences).map(([verdict, sentence]) => `  ${verdict}：${sentence}`),
    ...data.children.map((child) => `  下面：${child.title}  ${child.id}`),
  ];
  return printed(json, data, lines.join('\n'));
}

function tableAnswer(id: string, json: boolean): Answer | undefined {
  const table = TABLES.find((one) => one.id === id);
  if (table === undefined) return undefined;
  const lines = table.rows.map(
    (row) => `  ${dateText(row.from)}起 ${row.scope} ${row.area ?? ''} ${JSON.stringify(row.value)}  [${row.source}] ${row.certainty}`,
  );
  return printed(json, table, [`${table.title}  ${id}`, ...lines].join('\n'));
}

function citationAnswer(id: string, json: boolean): Answer | undefined {
  const cited = citationOf(id);
  if (cited === undefined) return undefined;
  const registered = clause(id);
  const rules = [...NODES.values()].filter((node) => node.clauses.includes(id)).map((node) => ({ id: node.id, title: node.title }));
  const values = TABLES.filter((table) => table.rows.some((row) => row.source === id)).map((table) => ({
    id: table.id,
    title: table.title,
  }));
  const lines = [
    `${cited.label}  ${id}`,
    `  ${cited.gist}`,
    ...(registered === undefined
      ? []
      : [`  谁来做：${registered.actor}；类别 ${registered.class}；落在 ${registered.home}：${registered.where}`]),
    ...rules.map((rule) => `  规则：${rule.title}  ${rule.id}`),
    ...values.map((value) => `  数：${value.title}  ${value.id}`),
  ];
  return printed(json, { ...cited, registered: registered ?? null, rules, values }, lines.join('\n'));
}

function notFound(id: string, json: boolean): Answer {
  const wanted = id.toLowerCase();
  const known = [...CLAUSES.map((one) => one.id), ...NODES.keys(), ...TABLES.map((table) => table.id)];
  const near = known.filter((one) => one.toLowerCase().startsWith(wanted.slice(0, 5))).slice(0, 5);
  return refused([{ path: '', problem: `没有这个编号${near.length > 0 ? `；相近的有 ${near.join('、')}` : ''}` }], json);
}
