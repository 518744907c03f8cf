import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { movie, TAKEN_AT } from '../../test/movies-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { sendMovie, sendPiece } from '../../test/uploads-for-test.ts';

let bff: BffForTest;
let me: Awaited<ReturnType<typeof resident>>;
beforeAll(async () => {
  bff = await bffForTest();
  me = await resident(bff, 'uploader');
});
afterAll(() => bff.close());

const refused = (code: string) => ({ ok: false, problem: { code } });
const MB = 1024 * 1024;
const begin = (uploadId: string, bytes: Buffer, more: object = {}, who = me) =>
  who.call(residentApi.beginUpload, {
    params: { uploadId },
    body: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: 'video/mp4', ...more },
  });
const finish = (uploadId: string, who = me) => who.call(residentApi.finishUpload, { params: { uploadId } });
const stored = () => readdirSync(bff.config.filesDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

describe('分几块送', () => {
  it('三块，倒着送、送两遍都行；合起来就是那一段，没有在哪里拍的', async () => {
    const whole = movie({ filling: 2 * MB + 10 });
    const id = randomUUID();
    expect(done(await begin(id, whole))).toEqual({ uploadId: id, pieces: 3, pieceBytes: MB, received: [] });
    for (const piece of [2, 0, 2, 1]) await sendPiece(bff, me, id, whole, piece);
    expect(done(await me.call(residentApi.upload, { params: { uploadId: id } })).received).toEqual([0, 1, 2]);
    expect(done(await finish(id))).toEqual({ fileId: id, bytes: whole.length });
    expect(done(await finish(id))).toEqual({ fileId: id, bytes: whole.length });
    const bytes = Buffer.from(
      await (await fetch(`${bff.residentUrl}/api/files/${id}`, { headers: { authorization: `Bearer ${me.accessToken}` } })).arrayBuffer(),
    );
    expect(bytes.length).toBe(whole.length);
    expect(bytes.includes(TAKEN_AT)).toBe(false);
    expect(await bff.sql`select piece from upload_pieces where upload_id = ${id}`).toHaveLength(0);
  });

  it('进程被杀，接着断处送', async () => {
    const whole = movie({ filling: 2 * MB });
    const id = randomUUID();
    done(await begin(id, whole));
    await sendPiece(bff, me, id, whole, 0);
    await bff.restart();
    expect(done(await begin(id, whole)).received).toEqual([0]);
    expect(await finish(id)).toMatchObject(refused('video-incomplete'));
    for (const piece of [1, 2]) await sendPiece(bff, me, id, whole, piece);
    expect(done(await finish(id)).fileId).toBe(id);
  });

  it('一起点完成十次：一个文件，盘上不多一份', async () => {
    const before = stored();
    const whole = movie();
    const id = randomUUID();
    done(await begin(id, whole));
    await sendPiece(bff, me, id, whole, 0);
    const all = await Promise.all(Array.from({ length: 10 }, () => finish(id)));
    expect(all.map((one) => done(one).fileId)).toEqual(Array(10).fill(id));
    expect(await bff.sql`select id from files where id = ${id}`).toHaveLength(1);
    expect(stored()).toBe(before + 1);
  });

  it('三天没送完：清掉；没到三天、过了一夜：一块不少', async () => {
    const before = stored();
    const whole = movie({ filling: MB });
    const id = randomUUID();
    done(await begin(id, whole));
    await sendPiece(bff, me, id, whole, 0);
    bff.pass(2 * 86_400_000);
    await bff.worker.chores();
    expect(await bff.sql`select piece from upload_pieces where upload_id = ${id}`).toHaveLength(1);
    bff.pass(86_400_000 + 1);
    await bff.worker.chores();
    bff.pass(-3 * 86_400_000 - 1);
    expect(await me.call(residentApi.upload, { params: { uploadId: id } })).toMatchObject(refused('not-found'));
    expect(stored()).toBe(before);
  });
});

describe('不收的', () => {
  it('超过 50 MB、号被别人用了、大小改了', async () => {
    const id = randomUUID();
    expect(await begin(id, movie(), { bytes: 50 * MB + 1 })).toMatchObject(refused('form-invalid'));
    done(await begin(id, movie()));
    expect(await begin(id, movie({ filling: 7 }))).toMatchObject(refused('content-differs'));
    const other = await resident(bff, 'uploaderb', null);
    expect(await begin(id, movie(), {}, other)).toMatchObject(refused('not-found'));
    expect(await finish(id, other)).toMatchObject(refused('not-found'));
  });

  it('块的大小不对、没有这一块', async () => {
    const whole = movie();
    const id = randomUUID();
    done(await begin(id, whole));
    expect(await sendPiece(bff, me, id, Buffer.alloc(5), 0)).toBe(400);
    expect(await sendPiece(bff, me, id, whole, 7)).toBe(400);
  });

  it('坏的、太长的：说清楚，清掉，可以再送好的', async () => {
    for (const [bytes, code] of [
      [Buffer.alloc(500, 1), 'video-damaged'],
      [movie({ seconds: 62 }), 'video-too-long'],
    ] as const) {
      const id = randomUUID();
      done(await begin(id, bytes));
      await sendPiece(bff, me, id, bytes, 0);
      expect(await finish(id)).toMatchObject(refused(code));
      expect(done(await me.call(residentApi.upload, { params: { uploadId: id } })).received).toEqual([]);
    }
    const id = randomUUID();
    const whole = movie();
    done(await begin(id, whole));
    await sendPiece(bff, me, id, Buffer.alloc(whole.length, 3), 0);
    expect(await finish(id)).toMatchObject(refused('video-damaged'));
    await sendPiece(bff, me, id, whole, 0);
    expect(done(await finish(id)).fileId).toBe(id);
    expect(await sendMovie(bff, me)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
