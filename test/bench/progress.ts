import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { authenticateResident, formOf, submission, submitApplication } from '@assist/bff/measured';
import type { DivisionCode } from '@assist/policy';
import { benchBff } from './bench-bff.ts';
import { compare } from './compare.ts';
import { load, luaText, pgbench } from './load.ts';

const SECONDS = 4;
const PEOPLE = 16;

/** How far an application is, as its applicant's phone asks; against pgbench reading its rows by their keys, once each. */
export async function benchProgress(print: (text: string) => void): Promise<void> {
  const bff = await benchBff();
  try {
    const [office] = await bff.sql<{ id: string }[]>`select id from offices where live order by id limit 1`;
    const form = formOf(office?.id as DivisionCode);
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, n) => {
        const token = await bff.resident(`reader-${n}`);
        const id = randomUUID();
        await submitApplication(bff.context, await authenticateResident(bff.context, token), id, submission({ form }));
        return { token, id };
      }),
    );
    const rows = people.map(
      ({ id }) => `select a.*, s.*, (select array_agg(e.state order by e.at) from application_events e where e.application_id = a.id)
        from applications a join submissions s on s.application_id = a.id where a.id = '${id}';\n`,
    );
    const request = {
      before: `local people = { ${people.map(({ token, id }) => `{ ${luaText(`Bearer ${token}`)}, "${id}" }`).join(', ')} }`,
      request: `local one = any(people)
        return wrk.format("GET", "/api/applications/" .. one[2], { ["authorization"] = one[1] })`,
    };
    print(`\nprogress: one's own application read again, Postgres ${bff.version}, load ${loadavg()[0]?.toFixed(1)}`);
    compare(print, {
      what: 'how far it is, read over HTTP',
      ours: (clients) => load(bff.residentUrl, request, clients, SECONDS),
      limit: (clients) => pgbench(bff.url, rows, clients, SECONDS, 'account'),
    });
  } finally {
    await bff.close();
  }
}
