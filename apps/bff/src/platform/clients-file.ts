import { readFileSync } from 'node:fs';
import { PLATFORM_SCOPE_NAMES } from '@assist/contracts';
import type { JSONWebKeySet } from 'jose';
import * as z from 'zod/mini';
import { ConfigError } from '../config.ts';
import type { PlatformClient } from '../services/platform/client.ts';

const SECRET = /^whsec_([A-Za-z0-9+/=]{32,200})$/;
const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];
const STANDARD_TIMEOUT_MS = 5000;
const LONGEST_TIMEOUT_MS = 10_000;

const fileSchema = z.object({
  /** What an assertion names as its audience: the address of the token endpoint as the other side knows it. */
  audience: z.string().check(z.minLength(1)),
  clients: z.array(
    z.object({
      id: z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/)),
      name: z.string().check(z.minLength(1)),
      districts: z.array(z.string().check(z.regex(/^\d{6}$/))).check(z.minLength(1)),
      scopes: z.array(z.enum(PLATFORM_SCOPE_NAMES)).check(z.minLength(1)),
      referrals: z.optional(z.array(z.string().check(z.regex(/^[a-z][a-z-]{2,60}$/)))),
      keys: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1)),
      webhook: z.optional(
        z.object({
          url: z.url(),
          secrets: z.array(z.string().check(z.regex(SECRET))).check(z.minLength(1), z.maxLength(3)),
          timeoutMs: z.optional(z.number().check(z.int(), z.gte(100), z.lte(LONGEST_TIMEOUT_MS))),
        }),
      ),
    }),
  ),
});

export interface ClientsFile {
  readonly audience: string;
  readonly clients: readonly PlatformClient[];
  readonly keys: ReadonlyMap<string, JSONWebKeySet>;
}

/**
 * Reads who may come and where is told: one JSON file of this installation. No address of a webhook comes from anywhere else.
 * @throws ConfigError that says what is wrong, and repeats no value of it
 */
export function readClientsFile(path: string, production: boolean): ClientsFile {
  const file = fileSchema.safeParse(jsonOf(path));
  if (!file.success)
    throw new ConfigError(file.error.issues.map((one) => `PLATFORM_CLIENTS_FILE: ${one.path.join('.')} is not as it should be`));
  const { audience, clients } = file.data;
  const problems = [
    ...(new Set(clients.map((one) => one.id)).size < clients.length ? ['PLATFORM_CLIENTS_FILE: an id twice'] : []),
    ...clients.flatMap(({ id, keys, webhook }) => [
      ...(keys.some((key) => PRIVATE_PARTS.some((part) => part in key)) ? [`PLATFORM_CLIENTS_FILE: ${id} holds a private key`] : []),
      ...(production && webhook && !webhook.url.startsWith('https://') ? [`PLATFORM_CLIENTS_FILE: the webhook of ${id} is not https`] : []),
    ]),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    audience,
    keys: new Map(clients.map(({ id, keys }) => [id, { keys } as unknown as JSONWebKeySet])),
    clients: clients.map(({ keys: _, webhook, ...client }) => ({
      ...client,
      ...(webhook && {
        webhook: {
          url: webhook.url,
          secrets: webhook.secrets.map((secret) => Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64')),
          timeoutMs: webhook.timeoutMs ?? STANDARD_TIMEOUT_MS,
        },
      }),
    })),
  };
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new ConfigError(['PLATFORM_CLIENTS_FILE is not a JSON file that can be read']);
  }
}
