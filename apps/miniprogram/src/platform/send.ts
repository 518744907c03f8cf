import type { Transport } from '@assist/contracts';
import Taro from '@tarojs/taro';
import { API_BASE } from './build';
import { networkGone, networkWorks } from './network';

/** Long enough for an old phone in the hills, short enough to tell the person something. */
const TIMEOUT_MS = 20_000;

/** One request over the phone's network. A status of any kind is an answer. It never throws. */
export const send: Transport = async ({ method, path, headers, body }) => {
  try {
    const answer = await Taro.request<string>({
      url: API_BASE + path,
      method,
      header: { ...headers },
      ...(body !== undefined && { data: body }),
      // The text as it came: the contracts parse it.
      dataType: 'text',
      responseType: 'text',
      timeout: TIMEOUT_MS,
    });
    networkWorks();
    const text = typeof answer.data === 'string' ? answer.data : answer.data == null ? '' : JSON.stringify(answer.data);
    return { kind: 'answer', status: answer.statusCode, text };
  } catch (error) {
    if (/timeout|timed out/i.test(String((error as { errMsg?: string })?.errMsg ?? error))) return { kind: 'timeout' };
    networkGone();
    return { kind: 'no-network' };
  }
};
