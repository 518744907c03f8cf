import { citationOf } from '../clauses/index.ts';

/** A table; cells keep to one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '／').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Clauses with label and gist, in the order they are first cited. */
export function citedClauses(ids: readonly string[]): string {
  return list([...new Set(ids)].map((id) => `\`${id}\` ${citationOf(id)?.label ?? '（没有登记）'}：${citationOf(id)?.gist ?? ''}`));
}

export function codes(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(' ');
}

/** A page of sections; empty ones are left out. */
export function page(title: string, sections: readonly (readonly [heading: string, body: string])[]): string {
  const bodies = sections.filter(([, body]) => body !== '').map(([heading, body]) => (heading === '' ? body : `## ${heading}\n\n${body}`));
  return `<!-- 由 scripts/approve-pages.ts 生成，请勿手改；改动看差异即可审阅。 -->\n# ${title}\n\n${bodies.join('\n\n')}\n`;
}
