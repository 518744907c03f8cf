import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { residentApi } from '@assist/contracts';
import { startPostgres } from '@assist/local-postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { type BffForTest, bffForTest } from './test/bff-for-test.ts';
import { done, resident } from './test/people.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'assist-restart-'));
let server: Awaited<ReturnType<typeof startPostgres>>;
let bff: BffForTest;
beforeAll(async () => {
  server = await startPostgres({ dataDir });
  const url = await server.createDatabase('restart');
  await migrate(url);
  bff = await bffForTest((config) => ({ ...config, databaseUrl: url }));
});
afterAll(async () => {
  await bff.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('数据库停了再起来：中间说这会儿正忙、等几秒；起来以后照样收，收过的还在', async () => {
  const sufen = await resident(bff, 'someone');
  const [before, meanwhile] = [randomUUID(), randomUUID()];
  const receipt = done(await sufen.submit(before));
  const { port } = server;
  await server.stop();
  const refused = await fetch(`${bff.residentUrl}/api/me`, { headers: { authorization: `Bearer ${sufen.accessToken}` } });
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(await sufen.submit(meanwhile)).toMatchObject({ ok: false, problem: { code: 'busy' } });
  expect((await fetch(`${bff.residentUrl}/readyz`)).status).toBe(503);
  expect((await fetch(`${bff.residentUrl}/healthz`)).status).toBe(200);

  server = await startPostgres({ dataDir, port });
  const again = await bff.residentWith(sufen.accessToken)(residentApi.me, {});
  expect(again.ok || again.problem.code === 'busy').toBe(true);
  // A connection or two may still be on its way back.
  await expect.poll(async () => (await sufen.submit(meanwhile)).ok).toBe(true);
  expect(done(await sufen.submit(before))).toEqual(receipt);
});
