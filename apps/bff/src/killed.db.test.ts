import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from './test/bff-for-test.ts';
import { done, resident, submission } from './test/people.ts';

let bff: BffForTest;
let other: ChildProcess;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(async () => {
  other?.kill('SIGKILL');
  await bff.close();
});

/** The http process as it is run, on the same database and keys. @returns where it answers residents */
async function startProcess(): Promise<string> {
  other = spawn(process.execPath, [fileURLToPath(new URL('./http.ts', import.meta.url))], {
    env: { PATH: process.env.PATH ?? '', ...bff.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: other.stdout as NodeJS.ReadableStream })) {
    const said = JSON.parse(line) as { message: string; resident?: string };
    if (said.message === 'ready') return said.resident as string;
  }
  throw new Error('the process ended before it was ready');
}

it('正在收三十份的时候进程被杀：回过话的都在，没回话的再送，一份不多、一份不少，号不断', async () => {
  // Real time: the process that is killed has no clock of ours.
  bff.pass(Date.now() - bff.clock());
  const sufen = await resident(bff, 'killed');
  const url = await startProcess();
  const ids = Array.from({ length: 30 }, () => randomUUID());
  const answered = new Map<string, unknown>();
  const sending = ids.map(async (id) => {
    const answer = await fetch(`${url}/api/applications/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${sufen.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(submission()),
    });
    answered.set(id, await answer.json());
    // In the middle: the first is answered; of those that came with it some are taken in together, some not begun.
    if (answered.size === 1) other.kill('SIGKILL');
  });
  await Promise.allSettled(sending);
  if (other.exitCode === null && other.signalCode === null) await once(other, 'exit');
  expect(answered.size).toBeLessThan(ids.length);

  for (const id of ids) {
    const receipt = done(await sufen.submit(id));
    if (answered.has(id)) expect(receipt).toEqual(answered.get(id));
  }
  const [rows] = await bff.sql`select count(*)::int as n, count(distinct number)::int as numbers from applications`;
  expect(rows).toEqual({ n: 30, numbers: 30 });
  const [items] =
    await bff.sql`select (select count(*)::int from work_items) as items, (select count(*)::int from audit_log where action = 'application-sent') as audited,
    (select sum(last)::int from office_day_numbers) as last`;
  expect(items).toEqual({ items: 30, audited: 30, last: 30 });
});
