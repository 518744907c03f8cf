import { safeParse } from 'zod/mini';

// What zod's schemas say of themselves; its own types hide it.
interface Def {
  readonly type: string;
  readonly shape?: Record<string, Schema>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly options?: readonly Schema[];
  readonly entries?: Record<string, string>;
  readonly values?: readonly unknown[];
}
interface Schema {
  readonly _zod: { readonly def: Def };
}

const TEXTS = [
  '样例的话',
  '2026-11-22',
  '2026-11',
  '2026-11-22T10:00:00+08:00',
  '500107001',
  '500107',
  '13900000000',
  '500107196303120022',
  '0'.repeat(64),
  '123456',
  'x',
  '',
];
const NUMBERS = [1, 0, 2, 10, 100, 1_000, 70_000];

/** Something that a schema lets through, as small as it can be made; undefined where none was found. @param id for whatever wants an id */
export function bodyFor(schema: unknown, id: string): unknown {
  return [...tries(schema as Schema, id)].find((one) => passes(schema, one));
}

const passes = (schema: unknown, value: unknown): boolean => safeParse(schema as never, value).success;

function* tries(schema: Schema, id: string): Generator<unknown> {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      yield* [id, ...TEXTS];
      break;
    case 'number':
      yield* NUMBERS;
      break;
    case 'boolean':
      yield* [true, false];
      break;
    case 'enum':
      yield* Object.values(def.entries ?? {});
      break;
    case 'literal':
      yield* def.values ?? [];
      break;
    case 'array': {
      const one = def.element && bodyFor(def.element, id);
      yield* [[one], [], [one, one]];
      break;
    }
    case 'object':
      yield* objects(Object.entries(def.shape ?? {}), id);
      break;
    case 'record':
      yield {};
      break;
    case 'union':
      for (const option of def.options ?? []) yield* tries(option, id);
      break;
    case 'nullable':
      yield null;
      yield* tries(def.innerType as Schema, id);
      break;
    default:
      if (def.innerType ?? def.in) yield* tries((def.innerType ?? def.in) as Schema, id);
  }
}

/** What is needed; then all of it. */
function* objects(shape: readonly (readonly [string, Schema])[], id: string): Generator<unknown> {
  const needed = shape.filter(([, one]) => one._zod.def.type !== 'optional');
  for (const fields of [needed, shape]) yield Object.fromEntries(fields.map(([key, one]) => [key, bodyFor(one, id)]));
}
