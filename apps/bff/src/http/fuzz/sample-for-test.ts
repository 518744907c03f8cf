import type { Luck } from './values-for-test.ts';

/** A JSON Schema as the OpenAPI document has it. */
export type Schema = Readonly<Record<string, unknown>>;
export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const TEXTS = [
  '样例的话',
  '2026-11-22',
  '2026-11',
  '2026-11-22T10:00:00+08:00',
  '500107001',
  '500107',
  '13900000000',
  '110101199003070038',
  '0'.repeat(64),
  '123456',
  'c1',
  'WABCDEFG',
  'x',
];
const DEEPEST = 12;

/** Something the schema should let through, as far as the document says. @param id for whatever wants an id */
export function sampleOf(document: OpenapiDocument, schema: Schema, luck: Luck, id: () => string, depth = 0): unknown {
  const inner = (one: unknown) => sampleOf(document, one as Schema, luck, id, depth + 1);
  if (depth > DEEPEST) return null;
  if (typeof schema.$ref === 'string') return inner(document.components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {});
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return luck.one(schema.enum);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return inner(luck.one(choices));
  if (Array.isArray(schema.allOf)) return Object.assign({}, ...schema.allOf.map(inner));
  const type = Array.isArray(schema.type) ? luck.one(schema.type as string[]) : schema.type;
  switch (type) {
    case 'string':
      return textOf(schema, luck, id);
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 0), luck.one([0, 1, 2, 10, 100, 150_000]));
    case 'boolean':
      return luck.chance(0.5);
    case 'array':
      return Array.from({ length: Math.max(Number(schema.minItems ?? 0), luck.below(3)) }, () => inner(schema.items ?? {}));
    case 'object':
      return objectOf(schema, luck, inner);
    case 'null':
      return null;
    default:
      return luck.one([...TEXTS, 1, null]);
  }
}

function textOf(schema: Schema, luck: Luck, id: () => string): string {
  const pattern = typeof schema.pattern === 'string' ? new RegExp(schema.pattern, 'u') : undefined;
  const known = [id(), ...TEXTS].filter((text) => !pattern || pattern.test(text));
  return known.length > 0 ? luck.one(known) : luck.one(TEXTS);
}

function objectOf(schema: Schema, luck: Luck, inner: (one: unknown) => unknown): Record<string, unknown> {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const fields = Object.entries((schema.properties as Record<string, Schema> | undefined) ?? {});
  return Object.fromEntries(fields.filter(([name]) => required.has(name) || luck.chance(0.5)).map(([name, one]) => [name, inner(one)]));
}
