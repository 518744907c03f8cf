import * as acorn from 'acorn';
import * as walk from 'acorn-walk';

/** What the logic layer of a mini-program does not have. */
const ABSENT = new Set(['document', 'window', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'location', 'history', 'alert', 'fetch']);
/** The parts that come from Taro, React and webpack: they ask first what is there. */
const FRAMEWORK = /^(taro|vendors|runtime|app|common|babelHelpers)\.js$/;

type Node = acorn.Node & { type: string; [field: string]: unknown };

/**
 * Reads one script of the build: its language level, made-up functions, browser globals, PATCH.
 *
 * @param es the newest language level that the oldest phones understand
 */
export function checkScript(file: string, source: string, es: acorn.ecmaVersion): string[] {
  let tree: acorn.Program;
  try {
    tree = acorn.parse(source, { ecmaVersion: es, sourceType: 'script', allowReturnOutsideFunction: true });
  } catch (error) {
    return [`${file}: not ES${es}: ${(error as Error).message}`];
  }
  const found = new Set<string>();
  const declared = declaredNames(tree);
  const say = (what: string) => void found.add(`${file}: ${what}`);
  walk.ancestor(tree, {
    CallExpression(node) {
      const call = node as unknown as Node & { callee: Node; arguments: Node[] };
      if (isName(call.callee, 'eval') && !declared.has('eval')) say('eval()');
      if (isName(call.callee, 'Function') && !returnsThis(call.arguments)) say('Function()');
    },
    NewExpression(node) {
      const made = node as unknown as Node & { callee: Node; arguments: Node[] };
      if (isName(made.callee, 'Function') && !returnsThis(made.arguments)) say('new Function()');
    },
    Property(node) {
      const { key, value } = node as unknown as { key: Node; value: Node };
      if ((key.name === 'method' || key.value === 'method') && value.type === 'Literal' && value.value === 'PATCH') {
        say('method PATCH, which WeChat does not have');
      }
    },
    MemberExpression(node) {
      const { object } = node as unknown as { object: Node };
      const name = object.type === 'Identifier' ? String(object.name) : '';
      if (ABSENT.has(name) && !declared.has(name) && !FRAMEWORK.test(file)) say(`${name}, which WeChat does not have`);
    },
  });
  return [...found];
}

const isName = (node: Node, name: string) => node.type === 'Identifier' && node.name === name;

/** The one made-up function that WeChat lets through; webpack's runtime begins with it. */
function returnsThis(args: readonly Node[]): boolean {
  return args.length === 1 && args[0]?.type === 'Literal' && /^\s*return this\s*;?\s*$/.test(String(args[0].value));
}

/** Names that the file itself gives to something, anywhere: they are not the browser's. */
function declaredNames(tree: acorn.Program): Set<string> {
  const names = new Set<string>();
  walk.full(tree, (node) => {
    const { id, params, type } = node as unknown as { id?: Node | null; params?: Node[]; type: string };
    if (/^(VariableDeclarator|FunctionDeclaration|FunctionExpression|ClassDeclaration)$/.test(type) && id?.type === 'Identifier') {
      names.add(String(id.name));
    }
    for (const param of params ?? []) if (param.type === 'Identifier') names.add(String(param.name));
  });
  return names;
}
