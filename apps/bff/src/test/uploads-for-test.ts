import { createHash, randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import type { BffForTest } from './bff-for-test.ts';
import { movie } from './movies-for-test.ts';
import { done, type resident } from './people.ts';
import { jpeg } from './photos.ts';

type Someone = Awaited<ReturnType<typeof resident>>;
type Uploader = Pick<Someone, 'accessToken'>;
const PIECE = 1024 * 1024;

/** A photo of a paper, as the phone sends it. @returns its file id */
export async function sendPhoto(
  bff: BffForTest,
  { accessToken }: Uploader,
  about = 'income',
  fileId: string = randomUUID(),
): Promise<string> {
  const body = new FormData();
  body.set('about', about);
  body.set('file', new Blob([new Uint8Array(jpeg())], { type: 'image/jpeg' }), 'photo.jpg');
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetch(`${bff.residentUrl}/api/files/${fileId}`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`photo: ${answer.status} ${await answer.text()}`);
  return fileId;
}

/** One piece of a movie, as the phone sends it. @returns the HTTP status */
export async function sendPiece(bff: BffForTest, who: Someone, uploadId: string, whole: Buffer, piece: number): Promise<number> {
  const form = new FormData();
  const bytes = whole.length > PIECE ? whole.subarray(piece * PIECE, (piece + 1) * PIECE) : whole;
  form.set('file', new Blob([new Uint8Array(bytes)]), 'piece');
  const headers = { authorization: `Bearer ${who.accessToken}` };
  const answer = await fetch(`${bff.residentUrl}/api/uploads/${uploadId}/pieces/${piece}`, { method: 'POST', headers, body: form });
  await answer.arrayBuffer();
  return answer.status;
}

/** A whole short movie. @returns its file id */
export async function sendMovie(bff: BffForTest, who: Someone, whole: Buffer = movie()): Promise<string> {
  const uploadId = randomUUID();
  const sha256 = createHash('sha256').update(whole).digest('hex');
  done(await who.call(residentApi.beginUpload, { params: { uploadId }, body: { bytes: whole.length, sha256, mediaType: 'video/mp4' } }));
  for (let piece = 0; piece * PIECE < whole.length; piece++) await sendPiece(bff, who, uploadId, whole, piece);
  return done(await who.call(residentApi.finishUpload, { params: { uploadId } })).fileId;
}
