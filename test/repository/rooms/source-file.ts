import { parseSync } from 'oxc-parser';

export type Use = { readonly specifier: string; readonly line: number };
export type Name = { readonly name: string; readonly line: number };

/** What a file reaches for: other modules, and names that it did not declare itself (`Date`, `Math.random`, `Taro.request`). */
export type SourceFile = { readonly imports: Use[]; readonly free: Name[] };

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** Reads a TypeScript or TSX file with its types, so that `import type` and `let day: Date` count like the rest. */
export function readSource(file: string, text: string): SourceFile {
  const { program, errors } = parseSync(file, text);
  const [error] = errors;
  if (error) throw new SyntaxError(`${file}: ${error.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: Use[] = [];
  const free: Name[] = [];
  const declared = new Set<string>();
  walk(program as unknown as Node, undefined, (node, parent) => {
    const source = node.source as Node | null | undefined;
    if (
      /^(Import(Declaration|Expression)|Export(All|Named)Declaration|TSImportType)$/.test(node.type) &&
      typeof source?.value === 'string'
    ) {
      imports.push({ specifier: source.value, line: lineAt(source.start) });
    }
    // Named imports from Taro are Taro's members under another spelling.
    if (node.type === 'ImportSpecifier') {
      const from = ((parent as Node).source as Node).value;
      if (from === '@tarojs/taro') free.push({ name: `Taro.${nameOf(node.imported)}`, line: lineAt(node.start) });
    }
    for (const name of declaredBy(node)) declared.add(name);
    if (node.type === 'MemberExpression' && !node.computed) {
      const path = `${nameOf(node.object)}.${nameOf(node.property)}`;
      free.push({ name: path, line: lineAt(node.start) });
    }
    if (node.type === 'Identifier' && isReference(node, parent)) free.push({ name: nameOf(node), line: lineAt(node.start) });
  });
  return { imports, free: free.filter(({ name }) => name.startsWith('Taro.') || !declared.has(name.split('.')[0] ?? '')) };
}

const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name ?? '');

function walk(node: Node, parent: Node | undefined, visit: (node: Node, parent: Node | undefined) => void): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string') walk(child as Node, node, visit);
    }
  }
}

/** A name of this file's own: what it declares, imports or takes as a parameter. Scopes are not told apart, which errs on the quiet side. */
function declaredBy(node: Node): string[] {
  if (/Function/.test(node.type)) return [...namesIn(node.id), ...((node.params as Node[] | undefined) ?? []).flatMap(namesIn)];
  switch (node.type) {
    case 'VariableDeclarator':
    case 'ClassDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return namesIn(node.id);
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [nameOf(node.local)];
    case 'TSTypeParameter':
      return namesIn(node.name);
    case 'CatchClause':
      return namesIn(node.param);
    default:
      return [];
  }
}

function namesIn(pattern: unknown): string[] {
  const node = pattern as Node | null | undefined;
  switch (node?.type) {
    case 'Identifier':
      return [nameOf(node)];
    case 'ObjectPattern':
      return (node.properties as Node[]).flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return (node.elements as Node[]).flatMap(namesIn);
    case 'AssignmentPattern':
      return namesIn(node.left);
    case 'RestElement':
      return namesIn(node.argument);
    default:
      return [];
  }
}

/** Not the `b` of `a.b` or `{ b: 1 }`, which name a place and not a thing. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (!parent) return true;
  if (parent.type === 'MemberExpression' && parent.property === node) return parent.computed === true;
  if (parent.type === 'TSQualifiedName') return parent.left === node;
  if ('key' in parent && parent.key === node && parent.computed !== true) return parent.shorthand === true;
  return !/^(Import|Export)\w*Specifier$|^(Labeled|Break|Continue)Statement$|^TS(Type)?PropertySignature$/.test(parent.type);
}
