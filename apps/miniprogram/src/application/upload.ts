import {
  ACTING_FOR_HEADER,
  type FileView,
  pathOf,
  type Result,
  readAnswer,
  residentApi,
  type TransportAnswer,
  type UploadState,
  type UrgentView,
} from '@assist/contracts';
import { session } from '@/platform/api';
import { withPiece } from '@/platform/file-pieces';
import { uploadFile } from '@/platform/upload-file';
import type { PhotoToSend } from './photos/photo-ports';

type Progress = (part: number) => void;

/** A session that ended on the way is renewed once, and the same file goes again. */
async function sendFile(
  path: string,
  filePath: string,
  fields: Readonly<Record<string, string>>,
  progress: Progress,
  grantId?: string,
): Promise<TransportAnswer | { readonly problem: Extract<Result<never>, { ok: false }>['problem'] }> {
  const holder = session.holder();
  for (let attempt = 1; ; attempt++) {
    const authorization = await session.authorization(holder);
    if ('problem' in authorization) return authorization;
    const headers = { authorization: authorization.value, ...(grantId && { [ACTING_FOR_HEADER]: grantId }) };
    const answer = await uploadFile({ path, filePath, headers, fields, onProgress: (percent) => progress(percent / 100) });
    if (attempt === 2 || answer.kind !== 'answer' || answer.status !== 401) return answer;
    session.refused(authorization.value);
  }
}

/** Sends one photo under its id, in one's own name or under a grant. */
export async function upload({ id, path, about, sha256 }: PhotoToSend, progress: Progress, grantId?: string): Promise<Result<FileView>> {
  const fields = { about, ...(sha256 && { sha256 }) };
  const answer = await sendFile(pathOf(residentApi.uploadFile, { fileId: id }), path, fields, progress, grantId);
  return 'problem' in answer ? { ok: false, problem: answer.problem } : readAnswer(residentApi.uploadFile, answer);
}

/** One piece of a video on its way. */
export interface PieceToSend {
  readonly uploadId: string;
  /** From 0. */
  readonly piece: number;
  readonly path: string;
  /** Bytes. */
  readonly from: number;
  readonly length: number;
}

/** Sends one piece of a video; nothing where it cannot be read any more. */
export async function uploadPiece(
  { uploadId, piece, path, from, length }: PieceToSend,
  progress: Progress,
): Promise<Result<UploadState> | undefined> {
  return withPiece(path, from, length, async (piecePath) => {
    const answer = await sendFile(pathOf(residentApi.uploadPiece, { uploadId, piece: String(piece) }), piecePath, {}, progress);
    return 'problem' in answer ? { ok: false, problem: answer.problem } : readAnswer(residentApi.uploadPiece, answer);
  });
}

/** Sends the sound of a call for help; nobody is signed in. */
export async function uploadUrgentSound(callId: string, secret: string, path: string): Promise<Result<UrgentView>> {
  const order = { path: pathOf(residentApi.sendUrgentSound, { callId }), filePath: path, headers: {}, fields: { secret } };
  return readAnswer(residentApi.sendUrgentSound, await uploadFile({ ...order, onProgress: () => undefined }));
}
