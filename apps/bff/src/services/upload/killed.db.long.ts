import { createHash, randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { processForFaults } from '../../test/faults/process.ts';
import { movie } from '../../test/movies-for-test.ts';
import { done, resident } from '../../test/people.ts';
import { sendPiece } from '../../test/uploads-for-test.ts';

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

it('正在收八块的时候进程被杀：回过话的块都在，接着送完，合起来一个字节不差', { timeout: 60_000 }, async () => {
  // Real time: the process that is killed has no clock of ours.
  bff.pass(Date.now() - bff.clock());
  const me = await resident(bff, 'filming');
  const whole = movie({ filling: 7 * 1024 * 1024 });
  const uploadId = randomUUID();
  const params = { uploadId };
  const sha256 = createHash('sha256').update(whole).digest('hex');
  const { pieces } = done(
    await me.call(residentApi.beginUpload, { params, body: { bytes: whole.length, sha256, mediaType: 'video/mp4' } }),
  );
  await other.start();
  const url = `http://127.0.0.1:${other.port}`;
  const answered: number[] = [];
  const sending = Array.from({ length: pieces }, async (_, piece) => {
    if ((await sendPiece({ ...bff, residentUrl: url }, me, uploadId, whole, piece)) !== 200) return;
    answered.push(piece);
    if (answered.length === 2) void other.kill();
  });
  await Promise.allSettled(sending);
  await other.kill();
  const { received } = done(await me.call(residentApi.upload, { params }));
  expect(received).toEqual(expect.arrayContaining(answered));
  for (let piece = 0; piece < pieces; piece++) if (!received.includes(piece)) await sendPiece(bff, me, uploadId, whole, piece);
  expect(done(await me.call(residentApi.finishUpload, { params }))).toEqual({ fileId: uploadId, bytes: whole.length });
});
