import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { staffApi } from '@assist/contracts';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { DAY, townForTest } from '../../test/household-for-test.ts';
import { done, SUFEN } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close(['case_files.household_sealed']));

const refused = (code: string) => ({ ok: false, problem: { code } });
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ask = async (
  staffId: string,
  archiveId: string,
  body: { kind: 'household'; caseId: string; reason: string } | { kind: 'inspection'; reason: string },
) => (await bff.staff(staffId)).call(staffApi.askArchive, { params: { archiveId }, body });
const listOf = async (staffId: string) => done(await (await bff.staff(staffId)).call(staffApi.archives, {})).items;
async function fetched(staffId: string, archiveId: string, seq: number) {
  const { session } = await bff.staff(staffId);
  const answer = await fetch(`${bff.staffUrl}/staff/api/archives/${archiveId}/parts/${seq}`, {
    headers: { cookie: `desk_session=${session}` },
  });
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

it('一户一档导出：按次序，有目录和每份的哈希，证件号看不全；只有要的人能取，取一次留一次痕，一天后删掉', async () => {
  const caseId = await town.household();
  const archiveId = randomUUID();
  const body = { kind: 'household' as const, caseId, reason: '区里调档复查' };
  const asked = done(await ask('sample-heli', archiveId, body));
  expect(asked).toMatchObject({ state: 'writing', total: 1, done: 0, parts: [] });
  expect(done(await ask('sample-heli', archiveId, body))).toEqual(asked);
  expect(await ask('sample-heli', archiveId, { ...body, reason: '别的' })).toMatchObject(refused('state-changed'));
  expect((await fetched('sample-heli', archiveId, 1)).status).toBe(404);
  await bff.worker.drain();
  const [ready] = await listOf('sample-heli');
  expect(ready).toMatchObject({ archiveId, state: 'ready', done: 1, reason: '区里调档复查', parts: [{ seq: 1, households: 1 }] });
  const { status, bytes } = await fetched('sample-heli', archiveId, 1);
  expect([status, sha(bytes)]).toEqual([200, ready?.parts[0]?.hash]);

  const inside = unzipSync(bytes);
  const index = JSON.parse(Buffer.from(inside['index.json'] ?? []).toString()) as {
    purpose: string;
    files: { path: string; sha256: string }[];
  };
  expect(index.purpose).toBe('区里调档复查');
  expect(index.files.map((one) => one.path)).toEqual([
    '一户一档.html',
    '1-household.json',
    '2-applications.json',
    '3-procedures.json',
    '4-changes.json',
    '5-payments.json',
    '6-notes.json',
  ]);
  for (const { path, sha256 } of index.files) expect(sha(inside[path] ?? new Uint8Array())).toBe(sha256);
  const paper = Buffer.from(inside['一户一档.html'] ?? []).toString();
  expect(paper).toContain('李素芬');
  expect(paper.match(/<h2>[^<]+/g)?.join('')).toMatch(/一、.*二、.*三、.*四、.*五、.*六、.*七、.*八、/);
  for (const file of Object.values(inside)) expect(Buffer.from(file).toString()).not.toContain(SUFEN.number);

  // Two levels: the district's bureau keeps the same file for itself, another district's has none.
  const atDistrict = randomUUID();
  done(await ask('sample-tangming', atDistrict, { ...body, reason: '区里留存' }));
  await bff.worker.drain();
  expect((await listOf('sample-tangming'))[0]).toMatchObject({ archiveId: atDistrict, state: 'ready', parts: [{ households: 1 }] });
  expect(Object.keys(unzipSync((await fetched('sample-tangming', atDistrict, 1)).bytes))).toEqual(Object.keys(inside));
  await bff.sql`update staff_accounts set district = '500118' where id = 'sample-tangming'`;
  expect(await ask('sample-tangming', randomUUID(), body)).toMatchObject(refused('not-found'));
  await bff.sql`update staff_accounts set district = '500107' where id = 'sample-tangming'`;

  expect((await fetched('sample-huangchunlan', archiveId, 1)).status).toBe(404);
  expect(await listOf('sample-huangchunlan')).toEqual([]);
  expect(await bff.sql`select 1 from audit_log where action = 'archive-read' and object_id = ${archiveId}`).toHaveLength(1);
  expect(await ask('sample-yangfan', randomUUID(), body)).toMatchObject(refused('not-found'));

  const [part] = await bff.sql<{ stored_at: string }[]>`select stored_at from archive_parts where archive_id = ${archiveId}`;
  const key = part?.stored_at ?? '';
  const onDisk = join(String(bff.environment.FILES_DIR), key.slice(0, 2), key);
  bff.pass(DAY - 1000);
  await bff.worker.chores();
  expect((await listOf('sample-heli'))[0]?.state).toBe('ready');
  expect(existsSync(onDisk)).toBe(true);
  bff.pass(2000);
  await bff.worker.chores();
  expect((await listOf('sample-heli'))[0]).toMatchObject({ state: 'gone', parts: [] });
  expect((await fetched('sample-heli', archiveId, 1)).status).toBe(404);
  expect(existsSync(onDisk)).toBe(false);
});

it('年度检查：负责人的、区里的；一份一份写，断了接着写，没有照片；经办要不了', async () => {
  await town.household();
  const [one] = await bff.sql<{ id: string }[]>`select id from case_files where ended_on is null`;
  // Sixty more households like the first, of another township of the district and of this one.
  for (let i = 0; i < 60; i++)
    await bff.sql`insert into case_files (id, office_id, district, register_number, area, household_sealed, members, amount, kinds, fingerprint, created_at, updated_at)
      select gen_random_uuid(), office_id, district, ${`样例${i}`}, area, household_sealed, members, 0, kinds, ${Buffer.from(`f${i}`)}, created_at, updated_at
      from case_files where id = ${one?.id ?? ''}`;
  const archiveId = randomUUID();
  expect(await ask('sample-heli', randomUUID(), { kind: 'inspection', reason: '年度检查' })).toMatchObject(refused('forbidden'));
  expect(done(await ask('sample-tangming', archiveId, { kind: 'inspection', reason: '年度检查' }))).toMatchObject({ total: 61, done: 0 });
  await bff.worker.drain();
  const [ready] = await listOf('sample-tangming');
  expect(ready).toMatchObject({ state: 'ready', done: 61, parts: [{ households: 50 }, { households: 11 }] });
  expect(ready?.clauses[0]?.id).toBe('JLP53-7-2a');
  const parts = await Promise.all([1, 2].map((seq) => fetched('sample-tangming', archiveId, seq)));
  const folders = parts.flatMap(({ bytes }) => [...new Set(Object.keys(unzipSync(bytes)).map((path) => path.split('/')[0]))]);
  // Every household once, and an index in each part.
  expect(folders.filter((name) => name !== 'index.json')).toHaveLength(61);
  expect(new Set(folders).size).toBe(62);
});
