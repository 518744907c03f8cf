import type { TransportAnswer } from '@assist/contracts';
import Taro from '@tarojs/taro';
import { API_BASE } from './build';
import type { FileUpload } from './file-upload';
import { networkGone, networkWorks } from './network';

/** A photo over a slow line takes its time. */
const TIMEOUT_MS = 120_000;

/** Sends one file as `file` of a form. It never throws. */
export function uploadFile({ path, filePath, headers, fields, onProgress }: FileUpload): Promise<TransportAnswer> {
  return new Promise((resolve) => {
    const task = Taro.uploadFile({
      url: API_BASE + path,
      filePath,
      name: 'file',
      header: { ...headers },
      formData: { ...fields },
      timeout: TIMEOUT_MS,
      success: ({ statusCode, data }) => {
        networkWorks();
        resolve({ kind: 'answer', status: statusCode, text: typeof data === 'string' ? data : JSON.stringify(data) });
      },
      fail: ({ errMsg }) => {
        if (/timeout/i.test(errMsg)) return resolve({ kind: 'timeout' });
        networkGone();
        resolve({ kind: 'no-network' });
      },
    });
    task.onProgressUpdate?.(({ progress }) => onProgress(progress));
    // In WeChat Taro's task is a promise too; `fail` has said it already.
    void Promise.resolve(task).catch(() => undefined);
  });
}
