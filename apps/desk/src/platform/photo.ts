import { readAnswer, staffApi } from '@assist/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ProblemError } from './api.ts';
import { whenSignedOut } from './session-end.ts';
import { send } from './transport.ts';

/**
 * Fetches one photo. Every fetch is on record at the server, so a photo is only fetched when somebody opens it.
 * @throws ProblemError
 */
export async function fetchPhoto(fileId: string): Promise<Blob> {
  const answer = await send(`/staff/api/files/${encodeURIComponent(fileId)}`, { method: 'GET', headers: { accept: 'image/*' } });
  if (answer === 'no-network' || answer === 'timeout') {
    const local = readAnswer(staffApi.staffFile, { kind: answer });
    throw new ProblemError(local.ok ? { type: '', title: '', status: 0, code: 'unknown' } : local.problem);
  }
  if (answer.ok) return answer.blob();
  const read = readAnswer(staffApi.staffFile, { kind: 'answer', status: answer.status, text: await answer.text() });
  if (answer.status === 401) whenSignedOut.tell();
  throw new ProblemError(read.ok ? { type: '', title: '没接上，是我们的问题', status: answer.status, code: 'unknown' } : read.problem);
}

/** A photo as an address for `<img>`, given back when nobody shows it any more. */
export function usePhoto(fileId: string) {
  const photo = useQuery({
    queryKey: ['photo', fileId],
    queryFn: () => fetchPhoto(fileId),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!photo.data) return undefined;
    const made = URL.createObjectURL(photo.data);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [photo.data]);
  return { url, error: photo.error, again: () => void photo.refetch() };
}
