import { type EvidenceKind, type FileView, pathOf, type Result, readAnswer, residentApi } from '@assist/contracts';
import { session } from '@/platform/api';
import { uploadFile } from '@/platform/upload-file';

/** Sends one photo; a session that ended on the way is renewed once, and the same photo goes again under its id. */
export async function upload(
  { id, path, about }: { id: string; path: string; about: EvidenceKind },
  progress: (part: number) => void,
): Promise<Result<FileView>> {
  for (let attempt = 1; ; attempt++) {
    const authorization = await session.authorization();
    if ('problem' in authorization) return { ok: false, problem: authorization.problem };
    const answer = await uploadFile({
      path: pathOf(residentApi.uploadFile, { fileId: id }),
      filePath: path,
      headers: { authorization: authorization.value },
      fields: { about },
      onProgress: (percent) => progress(percent / 100),
    });
    if (attempt === 2 || answer.kind !== 'answer' || answer.status !== 401) return readAnswer(residentApi.uploadFile, answer);
    session.refused(authorization.value);
  }
}
