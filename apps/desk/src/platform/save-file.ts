import { readAnswer, staffApi } from '@assist/contracts';
import { ProblemError } from './api.ts';
import { tellOf } from './session-end.ts';
import { send } from './transport.ts';

/**
 * Fetches a file and hands it to the browser to be saved; nothing of it stays in the page. Each fetch is on record at the server.
 * @throws ProblemError
 */
export async function saveFile(path: string, name: string): Promise<void> {
  const answer = await send(path, { method: 'GET', headers: { accept: 'text/csv, application/zip' } });
  const read =
    answer === 'no-network' || answer === 'timeout'
      ? readAnswer(staffApi.paymentFile, { kind: answer })
      : answer.ok
        ? undefined
        : readAnswer(staffApi.paymentFile, { kind: 'answer', status: answer.status, text: await answer.text() });
  if (answer === 'no-network' || answer === 'timeout' || !answer.ok) {
    if (read && !read.ok) {
      tellOf(read.problem);
      throw new ProblemError(read.problem);
    }
    throw new ProblemError({ type: '', title: '没接上，是我们的问题', status: 0, code: 'unknown' });
  }
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
