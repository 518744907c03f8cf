import type { TransportAnswer } from '@assist/contracts';
import { API_BASE } from './build';
import type { FileUpload } from './file-upload';
import { networkGone, networkWorks } from './network';

const TIMEOUT_MS = 120_000;

/** XMLHttpRequest, because fetch cannot tell how far an upload has come. */
export async function uploadFile({ path, filePath, headers, fields, onProgress }: FileUpload): Promise<TransportAnswer> {
  const blob = await fetch(filePath).then(
    (answer) => answer.blob(),
    () => undefined,
  );
  // The picture is gone from this browser.
  if (!blob) return { kind: 'no-network' };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', blob, 'photo');
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', API_BASE + path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.timeout = TIMEOUT_MS;
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(Math.round((event.loaded / event.total) * 100));
    request.onload = () => {
      networkWorks();
      resolve({ kind: 'answer', status: request.status, text: request.responseText });
    };
    request.ontimeout = () => resolve({ kind: 'timeout' });
    request.onerror = () => {
      networkGone();
      resolve({ kind: 'no-network' });
    };
    request.send(form);
  });
}
