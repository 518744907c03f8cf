import * as z from 'zod/mini';
import { idSchema, sha256Schema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';

const byUpload = z.object({ uploadId: idSchema });

export const uploadStateSchema = z.object({
  uploadId: idSchema,
  pieces: z.number(),
  pieceBytes: z.number(),
  received: z.array(z.number()),
});
export type UploadState = z.output<typeof uploadStateSchema>;

/** A film in pieces: what arrived is not sent again. */
export const residentUploadApi = {
  beginUpload: endpoint({
    id: 'beginUpload',
    method: 'PUT',
    path: '/api/uploads/{uploadId}',
    summary: '一段视频分几块送：先说多大',
    who: 'account',
    status: 200,
    params: byUpload,
    body: z.object({
      bytes: z.number().check(z.int(), z.gte(1), z.lte(50 * 1024 * 1024, '视频最多 50 MB，60 秒就够')),
      sha256: sha256Schema,
      mediaType: z.enum(['video/mp4', 'video/quicktime']),
    }),
    answer: uploadStateSchema,
  }),
  upload: endpoint({
    id: 'upload',
    method: 'GET',
    path: '/api/uploads/{uploadId}',
    summary: '到了哪几块，从断处接着送',
    who: 'account',
    status: 200,
    params: byUpload,
    answer: uploadStateSchema,
  }),
  uploadPiece: endpoint({
    id: 'uploadPiece',
    method: 'POST',
    path: '/api/uploads/{uploadId}/pieces/{piece}',
    summary: '送一块',
    who: 'account',
    status: 200,
    multipart: true,
    params: z.object({ uploadId: idSchema, piece: z.string().check(z.regex(/^\d{1,3}$/)) }),
    answer: uploadStateSchema,
  }),
  finishUpload: endpoint({
    id: 'finishUpload',
    method: 'PUT',
    path: '/api/uploads/{uploadId}/finished',
    summary: '都送到了，对一遍指纹',
    who: 'account',
    status: 200,
    params: byUpload,
    answer: z.object({ fileId: idSchema, bytes: z.number() }),
  }),
} as const;
