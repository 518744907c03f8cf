import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { authenticateResident, formOf, submission, submitApplication } from '@assist/bff/measured';
import type { DivisionCode } from '@assist/policy';
import { type BenchBff, benchBff } from './bench-bff.ts';
import { compare } from './compare.ts';
import { load, luaText, pgbench } from './load.ts';

const SECONDS = 4;
/** Townships that people send to at once: numbers of one township and day are given one after the other. */
const TOWNSHIPS = 16;
/** People who send: each may send sixty a minute. */
const PEOPLE = 1024;
const AT_ONCE = 32;

/**
 * Sending an application over HTTP: sign-in checked, form checked and assessed, sealed, taken in with receipt, queue item, outbox and audit;
 * against the very statement that takes it in, with the same values, run by pgbench.
 */
export async function benchSubmit(print: (text: string) => void): Promise<void> {
  const bff = await benchBff();
  try {
    const senders = await sendersOf(bff);
    const statements = await Promise.all(senders.slice(0, TOWNSHIPS).map((sender) => statementOf(bff, sender)));
    const request = {
      before: `local bodies = { ${senders
        .slice(0, TOWNSHIPS)
        .map(({ body }) => luaText(body))
        .join(', ')} }
        local tokens = { ${senders.map(({ token }) => luaText(`Bearer ${token}`)).join(', ')} }`,
      request: `return wrk.format("PUT", "/api/applications/" .. uuid(), { ["authorization"] = any(tokens), ["content-type"] = "application/json" }, any(bodies))`,
    };
    print(
      `\nsubmit: ${TOWNSHIPS} townships, ${senders.length} people, Postgres ${bff.version} with fsync, load ${loadavg()[0]?.toFixed(1)}`,
    );
    compare(print, {
      what: 'an application sent over HTTP',
      ours: (clients) => load(bff.residentUrl, request, clients, SECONDS),
      limit: (clients) => pgbench(bff.url, statements, clients, SECONDS, 'account'),
      goals: { 8: 0.4, 32: 0.6 },
      p99: { 32: 40 },
    });
  } finally {
    await bff.close();
  }
}

interface Sender {
  readonly token: string;
  readonly body: string;
}

/** @returns people and what each of them sends, township after township */
async function sendersOf(bff: BenchBff): Promise<Sender[]> {
  const offices = await bff.sql<{ id: string }[]>`select id from offices where live order by id limit ${TOWNSHIPS}`;
  const bodies = offices.map(({ id }) => JSON.stringify(submission({ form: formOf(id as DivisionCode) })));
  const senders: Sender[] = [];
  while (senders.length < PEOPLE)
    senders.push(
      ...(await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, n) => ({
          token: await bff.resident(`sender-${senders.length + n}`),
          body: bodies[n % bodies.length] as string,
        })),
      )),
    );
  return senders;
}

/** What one such submission writes, as a text for pgbench: the statement itself with its values, and new ids each time. */
async function statementOf(bff: BenchBff, sender: Sender): Promise<string> {
  const who = await authenticateResident(bff.context, sender.token);
  let written = '';
  const listening = (strings: TemplateStringsArray, ...values: unknown[]) => {
    written = strings.map((text, n) => text + (n < values.length ? literal(values[n], who.accountId) : '')).join('');
    return bff.context.client(strings, ...(values as never[]));
  };
  await submitApplication({ ...bff.context, client: listening as never }, who, randomUUID(), JSON.parse(sender.body));
  return `${written.trim()};\n`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A value as SQL writes it. Ids of this one submission are made anew: the application's, and the queue item's. */
function literal(value: unknown, accountId: string): string {
  if (value === null || value === undefined) return 'null';
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return `array[${value.map((one) => literal(one, accountId)).join(', ')}]::text[]`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = String(value);
  if (UUID.test(text) && text !== accountId) return 'gen_random_uuid()';
  // pgbench takes a colon before a letter or a digit for a variable of its own, within quotes too.
  if (/:\w/.test(text)) return `convert_from('\\x${Buffer.from(text).toString('hex')}', 'UTF8')`;
  return `'${text.replaceAll("'", "''")}'`;
}
