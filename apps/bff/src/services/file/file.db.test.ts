import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { type FileView, type Problem, residentApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, form, resident, submission } from '../../test/people.ts';
import { HIDDEN, jpeg, png, webp } from '../../test/photos.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

type Someone = Awaited<ReturnType<typeof resident>>;
const MB = 1024 * 1024;

async function upload(one: Someone, bytes: Buffer, fileId: string = randomUUID(), name = 'photo.jpg') {
  const body = new FormData();
  body.set('about', 'income');
  body.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
  const answer = await fetch(`${bff.residentUrl}/api/files/${fileId}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${one.accessToken}` },
    body,
  });
  return { status: answer.status, data: (await answer.json()) as FileView & Problem };
}
const get = (url: string, headers: Record<string, string>) => fetch(url, { headers });
const onDisk = () =>
  readdirSync(bff.config.filesDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name));

describe('送照片', () => {
  it.each([
    ['image/jpeg', jpeg()],
    ['image/png', png()],
    ['image/webp', webp()],
  ])('%s：送到、看得到、没有在哪拍的', async (mediaType, bytes) => {
    const sufen = await resident(bff, 'aa');
    const fileId = randomUUID();
    const sent = await upload(sufen, bytes, fileId, 'whatever.txt');
    expect(sent).toMatchObject({ status: 201, data: { fileId, mediaType, receivedAt: '2026-11-22T10:00:00+08:00' } });
    const seen = await get(`${bff.residentUrl}/api/files/${fileId}`, { authorization: `Bearer ${sufen.accessToken}` });
    expect(seen.headers.get('content-type')).toBe(mediaType);
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
    expect(seen.headers.get('cache-control')).toBe('no-store');
    expect(seen.headers.get('content-disposition')).toMatch(/^inline; filename="photo\.(jpeg|png|webp)"$/);
    const back = Buffer.from(await seen.arrayBuffer());
    expect(back.length).toBe(sent.data.bytes);
    expect(back.includes(HIDDEN)).toBe(false);
  });

  it('磁盘上是加了密的', async () => {
    const sufen = await resident(bff, 'ab');
    await upload(sufen, jpeg({ size: 5000 }));
    const stored = onDisk().map((file) => readFileSync(file));
    expect(stored.length).toBeGreaterThan(0);
    for (const bytes of stored) {
      expect(bytes.includes('JFIF')).toBe(false);
      expect(bytes.includes(Buffer.alloc(64, 0x55))).toBe(false);
    }
  });

  it('同一张再送：200，磁盘上还是一张；同一个编号送别的：content-differs', async () => {
    const sufen = await resident(bff, 'ac');
    const fileId = randomUUID();
    const first = await upload(sufen, jpeg(), fileId);
    const before = onDisk().length;
    expect(await upload(sufen, jpeg(), fileId)).toEqual({ status: 200, data: first.data });
    expect((await upload(sufen, jpeg({ size: 41 }), fileId)).data.code).toBe('content-differs');
    expect(onDisk()).toHaveLength(before);
  });

  it('同一张一下送八次：一次 201，磁盘上一张', async () => {
    const sufen = await resident(bff, 'ad');
    const before = onDisk().length;
    const fileId = randomUUID();
    const all = await Promise.all(Array.from({ length: 8 }, () => upload(sufen, jpeg(), fileId)));
    expect(all.map((one) => one.status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(onDisk()).toHaveLength(before + 1);
  });

  it.each([
    ['零字节', Buffer.alloc(0), 'file-empty', 422],
    ['PDF 改名 .jpg', Buffer.from('%PDF-1.7 ...'), 'file-kind-unknown', 415],
    ['断了一半', jpeg().subarray(0, 200), 'file-damaged', 422],
    ['10 MB 多一点', jpeg({ size: 10 * MB }), 'file-too-large', 413],
  ])('%s：一句话，什么也不留', async (_title, bytes, code, status) => {
    const sufen = await resident(bff, 'ae');
    const before = onDisk().length;
    const sent = await upload(sufen, bytes);
    expect(sent).toMatchObject({ status, data: { code } });
    expect(onDisk()).toHaveLength(before);
  });

  it('30 MB：先说不要，不把它读完', async () => {
    const sufen = await resident(bff, 'af');
    const url = new URL(`${bff.residentUrl}/api/files/${randomUUID()}`);
    const status = await new Promise<number>((resolve, reject) => {
      const sending = request(
        url,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${sufen.accessToken}`,
            'content-type': 'multipart/form-data; boundary=x',
            'content-length': String(30 * MB),
          },
        },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          answer.resume();
          sending.destroy();
        },
      );
      sending.on('error', reject);
      // Only the first megabyte is ever sent.
      sending.write(Buffer.alloc(MB));
    });
    expect(status).toBe(413);
  });

  it('说不清多长、一直送下去的：过了限就停', async () => {
    const sufen = await resident(bff, 'ag');
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(MB)),
    });
    const sending = fetch(`${bff.residentUrl}/api/files/${randomUUID()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sufen.accessToken}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: endless,
      duplex: 'half',
    } as RequestInit).then(
      (answer) => answer.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(await sending);
  });

  it('别人的照片：看是没有找到，删也删不掉；拿它的编号送也是没有找到', async () => {
    const sufen = await resident(bff, 'ah');
    const other = await resident(bff, 'ai');
    const fileId = randomUUID();
    await upload(sufen, jpeg(), fileId);
    const seen = await get(`${bff.residentUrl}/api/files/${fileId}`, { authorization: `Bearer ${other.accessToken}` });
    expect(seen.status).toBe(404);
    expect((await upload(other, jpeg(), fileId)).data.code).toBe('not-found');
    await other.call(residentApi.deleteFile, { params: { fileId } });
    expect((await upload(sufen, jpeg(), fileId)).status).toBe(200);
  });
});

describe('交上去以后', () => {
  it('本镇街的人看得到，看一次记一次；别的镇街看不到；本人删不掉', async () => {
    const sufen = await resident(bff, 'ba');
    const [fileId, applicationId] = [randomUUID(), randomUUID()];
    await upload(sufen, jpeg(), fileId);
    const photos = [{ fileId, about: 'income' as const, memberId: 'm2' }];
    expect(done(await sufen.submit(applicationId, submission({ form: form({ photos }) }))).photos).toBe(1);
    const here = await bff.staff('sample-heli');
    const there = await bff.staff('sample-yangfan');
    const look = (session: string) => get(`${bff.staffUrl}/staff/api/files/${fileId}`, { cookie: `desk_session=${session}` });
    expect((await look(here.session)).status).toBe(200);
    expect((await look(there.session)).status).toBe(404);
    const looks = await bff.sql`select actor_id from audit_log where action = 'file-read' and object_id = ${fileId}`;
    expect(looks.map((row) => row.actor_id)).toEqual(['sample-heli']);
    expect(await sufen.call(residentApi.deleteFile, { params: { fileId } })).toMatchObject({
      ok: false,
      problem: { code: 'state-changed' },
    });
  });

  it('没交上去的照片，本镇街的人也看不到', async () => {
    const sufen = await resident(bff, 'bb');
    const fileId = randomUUID();
    await upload(sufen, jpeg(), fileId);
    const here = await bff.staff('sample-heli');
    expect((await get(`${bff.staffUrl}/staff/api/files/${fileId}`, { cookie: `desk_session=${here.session}` })).status).toBe(404);
  });

  it('一张照片不能交两次', async () => {
    const sufen = await resident(bff, 'bc');
    const fileId = randomUUID();
    await upload(sufen, jpeg(), fileId);
    const body = submission({ form: form({ photos: [{ fileId, about: 'income' }] }) });
    const both = await Promise.all([sufen.submit(randomUUID(), body), sufen.submit(randomUUID(), body)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ problem: { code: 'form-invalid', fields: [{ path: 'photos.0.fileId' }] } });
  });

  it('没交的可以删，磁盘上也没了；三十天没交的，自己没了', async () => {
    const sufen = await resident(bff, 'bd');
    const [one, two] = [randomUUID(), randomUUID()];
    const before = onDisk().length;
    await upload(sufen, jpeg(), one);
    await upload(sufen, png(), two);
    expect((await sufen.call(residentApi.deleteFile, { params: { fileId: one } })).ok).toBe(true);
    expect(onDisk()).toHaveLength(before + 1);
    bff.pass(23 * 86_400_000);
    await bff.worker.chores();
    bff.pass(8 * 86_400_000);
    await bff.worker.chores();
    expect(await bff.sql`select id from files where id = ${two}`).toHaveLength(0);
    bff.pass(-31 * 86_400_000);
  });
});

describe('收到了的，真的在', () => {
  it('磁盘上没了一张、坏了一张：当天的核对就说出来，记在案上一次；好的不说', async () => {
    const sufen = await resident(bff, 'lost');
    const [lost, spoilt, good] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [lost, spoilt, good]) expect((await upload(sufen, jpeg(), id)).status).toBe(201);
    const rows = await bff.sql`select id, stored_at from files where id in ${bff.sql([lost, spoilt])}`;
    const fileOf = (id: string) => onDisk().find((one) => one.endsWith(rows.find((row) => row.id === id)?.stored_at)) as string;
    rmSync(fileOf(lost));
    writeFileSync(fileOf(spoilt), 'not what was written');
    for (let n = 0; n < 2; n++) await bff.worker.chores();
    const told = await bff.sql`select object_id from audit_log where action = 'file-not-whole' order by object_id`;
    expect(told.map((row) => row.object_id)).toEqual([lost, spoilt].sort());
  });
});
