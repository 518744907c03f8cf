import { type Endpoint, PLATFORM_SCOPES, PROBLEMS, problemSchema } from '@assist/contracts';
import * as z from 'zod/mini';

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of any schemas
type AnyEndpoint = Endpoint<any, any, any, any>;
type Schema = Record<string, unknown>;
type Security = 'bearer' | 'cookie' | 'client';

const PHOTO = { type: 'string', format: 'binary' };

/** JSON Schema of one side of a contract. What only code can check (a refinement) is left out of it. */
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Schema;
  return rest;
}

/** OpenAPI 3.1 of a table of endpoints: the same table that the routes and the clients are made of. */
export function openapi(title: string, api: Readonly<Record<string, AnyEndpoint>>, security: Security): Schema {
  const defs: Record<string, Schema> = {};
  const put = (name: string, schema: z.ZodMiniType, io: 'input' | 'output'): Schema => {
    const { $defs, ...own } = schemaOf(schema, io) as Schema & { $defs?: Record<string, Schema> };
    for (const [key, def] of Object.entries($defs ?? {})) defs[`${name}.${key}`] = moved(def, name) as Schema;
    defs[name] = moved(own, name) as Schema;
    return { $ref: `#/components/schemas/${name}` };
  };
  const problem = put('Problem', problemSchema, 'output');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const e of Object.values(api)) {
    paths[e.path] = { ...paths[e.path], [e.method.toLowerCase()]: operation(e, put, problem, security) };
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description: `错误一律是 application/problem+json，code 只有这些：${Object.keys(PROBLEMS).join('、')}` },
    paths,
    components: {
      schemas: defs,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'desk_session' },
        ...(security === 'client' && {
          client: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/platform/token', scopes: PLATFORM_SCOPES } } },
        }),
      },
    },
  };
}

function operation(
  e: AnyEndpoint,
  put: (name: string, schema: z.ZodMiniType, io: 'input' | 'output') => Schema,
  problem: Schema,
  security: Security,
): Schema {
  const names = [...e.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const params = (e.params ? schemaOf(e.params, 'input') : {}) as { properties?: Record<string, Schema> };
  const query = (e.query ? schemaOf(e.query, 'input') : {}) as { properties?: Record<string, Schema>; required?: string[] };
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: params.properties?.[name] ?? { type: 'string' } })),
    ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: query.required?.includes(name) ?? false,
      schema,
    })),
    ...(e.key ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 130 } }] : []),
  ];
  const body = e.body && put(`${e.id}.body`, e.body, 'input');
  const content = e.bytes
    ? { 'image/jpeg': { schema: PHOTO }, 'image/png': { schema: PHOTO }, 'image/webp': { schema: PHOTO } }
    : e.answer && { 'application/json': { schema: put(`${e.id}.answer`, e.answer, 'output') } };
  return {
    operationId: e.id,
    summary: e.summary,
    ...(e.who !== 'anyone' && { security: [{ [security]: e.scope ? [e.scope] : [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: e.multipart
          ? { 'multipart/form-data': { schema: { allOf: [body, { type: 'object', required: ['file'], properties: { file: PHOTO } }] } } }
          : { 'application/json': { schema: body } },
      },
    }),
    responses: {
      [e.status]: { description: e.summary, ...(content && { content }) },
      default: { description: '没办成', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

/** References inside one schema, moved to where it lies in the document. */
function moved(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner === '#'
          ? `#/components/schemas/${name}`
          : inner.replace('#/$defs/', `#/components/schemas/${name}.`)
        : moved(inner, name),
    ]),
  );
}
