import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from './test/bff-for-test.ts';
import { done, resident } from './test/people.ts';

const PEOPLE = 6;
const EACH = 12;
const KILLS = 4;
let bff: BffForTest;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  bff = await bffForTest();
  // Real time: the command has no clock of ours.
  bff.pass(Date.now() - bff.clock());
});
afterAll(async () => {
  for (const one of running) one.kill('SIGKILL');
  await bff.close();
});

function command(...words: string[]): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./keys.ts', import.meta.url)), ...words], {
    env: { PATH: process.env.PATH ?? '', ...bff.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
async function said(...words: string[]): Promise<{ code: number | null; lines: Record<string, unknown>[] }> {
  const child = command(...words);
  let text = '';
  child.stdout?.on('data', (bytes) => {
    text += String(bytes);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return {
    code,
    lines: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
/** What was made a minute ago, an hour ago: nobody waits for that here. */
const longAgo = (id: string) => bff.sql`update data_keys set seals_from = now() - interval '1 hour' where id = ${id}`;

it('一边收一边读，换封的进程被杀四次：一份不少、一份不多、读到的都对；没人用了，旧钥匙才拿得掉，拿掉以后照样读', async () => {
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => resident(bff, `rotating${'x'.repeat(i)}`)));
  const sent = new Map<string, { who: (typeof people)[number]; receipt: unknown }>();
  const send = async (who: (typeof people)[number]) => {
    const id = randomUUID();
    sent.set(id, { who, receipt: done(await who.submit(id)) });
  };
  for (const who of people) for (let i = 0; i < EACH; i++) await send(who);
  const [first] = (await bff.sql`select id from data_keys`) as unknown as { id: string }[];
  await bff.sql`update data_keys set seals_from = now() - interval '2 hours'`;

  const { lines } = await said('rotate');
  const made = String((lines[0]?.made as { id?: string } | undefined)?.id);
  await longAgo(made);
  expect((await said('retire', first?.id as string)).lines[0]).toMatchObject({ kind: 'in-use' });
  let [working, reads, wrong] = [true, 0, 0];
  const readers = people.map(async (who) => {
    let more = 6;
    while (working) {
      const seen = new Map(
        done(await who.call(residentApi.applications, {})).map(({ receipt }) => [receipt.applicationId as string, receipt]),
      );
      for (const [id, one] of [...sent]) {
        if (one.who !== who) continue;
        reads += 1;
        if (JSON.stringify(seen.get(id)) !== JSON.stringify(one.receipt)) wrong += 1;
      }
      // A phone may send only so many an hour.
      if (more-- > 0) await send(who);
    }
  });
  const halfway: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const child = command('reseal');
    // After it began to write, each time a little further on.
    const [before] = await bff.sql`select coalesce(sum(resealed), 0)::int as n from reseal_progress where to_key = ${made}`;
    for (;;) {
      const [now] = await bff.sql`select coalesce(sum(resealed), 0)::int as n from reseal_progress where to_key = ${made}`;
      if (Number(now?.n) > Number(before?.n) || child.exitCode !== null) break;
    }
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const [after] = await bff.sql`select coalesce(sum(resealed), 0)::int as n from reseal_progress where to_key = ${made}`;
    halfway.push(Number(after?.n));
  }
  expect((await said('reseal')).code).toBe(0);
  working = false;
  await Promise.all(readers);
  expect((await said('reseal')).code).toBe(0);
  process.stdout.write(`换封：${sent.size} 份，读了 ${reads} 次，杀了 ${KILLS} 次（到 ${halfway.join('、')} 处）\n`);

  expect(wrong).toBe(0);
  expect(reads).toBeGreaterThan(PEOPLE * EACH);
  const status = (await said('status')).lines;
  expect(status.find(({ dataKey }) => dataKey === first?.id)).toMatchObject({ sealed: {} });
  expect((await said('retire', first?.id as string)).lines[0]).toEqual({ kind: 'retired' });
  await bff.restart();
  const [rows] = await bff.sql`select count(*)::int as n, count(distinct number)::int as numbers from applications`;
  expect(rows).toEqual({ n: sent.size, numbers: sent.size });
  for (const [id, { who, receipt }] of sent) expect(done(await who.submit(id))).toEqual(receipt);
}, 600_000);
