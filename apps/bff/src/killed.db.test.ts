import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from './test/bff-for-test.ts';
import { processForFaults } from './test/faults/process.ts';
import { done, resident, submission } from './test/people.ts';

let bff: BffForTest;
/** As it is run, on the same database and keys. */
const other = processForFaults('http', () => bff.environment);
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(async () => {
  await other.kill();
  await bff.close();
});

it('正在收三十份的时候进程被杀：回过话的都在，没回话的再送，一份不多、一份不少，号不断', async () => {
  // Real time: the process that is killed has no clock of ours.
  bff.pass(Date.now() - bff.clock());
  const sufen = await resident(bff, 'killed');
  await other.start();
  const url = `http://127.0.0.1:${other.port}`;
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
    if (answered.size === 1) void other.kill();
  });
  await Promise.allSettled(sending);
  await other.kill();
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
