import { parseSync } from 'oxc-parser';

/** What `useReadable` is given, by the name it has in a component or in the words that a page hands on. */
const READ = new Set(['title', 'lead', 'label', 'hint', 'under', 'name', 'words', 'sentence']);
const CHINESE = /\p{Script=Han}/u;

type Node = { readonly type: string; readonly [key: string]: unknown };

export interface Sentences {
  /** Said the same every time: one can be recorded. */
  readonly fixed: ReadonlySet<string>;
  /** With a name, a number or a day in them: only a platform's voice can say these. */
  readonly changing: number;
}

/** The sentences of one source file that "读给我听" may read. @throws SyntaxError */
export function sentencesIn(file: string, text: string): Sentences {
  const { program, errors } = parseSync(file, text);
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`);
  const fixed = new Set<string>();
  let changing = 0;
  const take = (value: Node | null | undefined): void => {
    if (!value) return;
    if (value.type === 'Literal' && typeof value.value === 'string' && CHINESE.test(value.value)) fixed.add(value.value);
    else if (value.type === 'JSXText' && CHINESE.test(String(value.value)))
      fixed.add(
        String(value.value)
          .trim()
          .replace(/\s*\n\s*/g, ''),
      );
    else if (value.type === 'JSXExpressionContainer') take(value.expression as Node);
    else if (value.type === 'ConditionalExpression') {
      take(value.consequent as Node);
      take(value.alternate as Node);
    } else if (value.type === 'LogicalExpression') {
      take(value.left as Node);
      take(value.right as Node);
    } else if (value.type === 'TemplateLiteral') {
      const parts = (value.quasis as { value: { cooked: string } }[]).map((q) => q.value.cooked);
      if (!parts.some((part) => CHINESE.test(part))) return;
      if (parts.length === 1) fixed.add(parts[0] as string);
      else changing++;
    }
  };
  walk(program as unknown as Node, (node) => {
    if (node.type === 'JSXAttribute' && READ.has(nameOf(node.name))) take(node.value as Node);
    if (node.type === 'Property' && READ.has(nameOf(node.key))) take(node.value as Node);
    if (node.type === 'JSXElement' && nameOf((node.openingElement as Node).name) === 'Note')
      for (const child of node.children as Node[]) take(child);
  });
  return { fixed, changing };
}

const nameOf = (node: unknown): string => String((node as { name?: unknown; value?: unknown }).name ?? '');

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string') walk(child as Node, visit);
}
