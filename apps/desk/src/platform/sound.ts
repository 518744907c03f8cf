import { readAnswer, staffApi } from '@assist/contracts';
import { ProblemError } from './api.ts';
import { whenSignedOut } from './session-end.ts';
import { send } from './transport.ts';

/** The sound of a call for help. Every fetch is on record, so it is fetched when somebody wants to hear it. @throws ProblemError */
export async function fetchSound(callId: string): Promise<Blob> {
  const answer = await send(`/staff/api/urgent-calls/${encodeURIComponent(callId)}/sound`, {
    method: 'GET',
    headers: { accept: 'audio/*' },
  });
  if (typeof answer !== 'string' && answer.ok) return answer.blob();
  const read = readAnswer(
    staffApi.urgentCall,
    typeof answer === 'string' ? { kind: answer } : { kind: 'answer', status: answer.status, text: await answer.text() },
  );
  if (typeof answer !== 'string' && answer.status === 401) whenSignedOut.tell();
  throw new ProblemError(read.ok ? { type: '', title: '没接上，是我们的问题', status: 0, code: 'unknown' } : read.problem);
}
