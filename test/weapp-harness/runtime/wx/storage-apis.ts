import type { StorageAnswer, StorageOrder } from '../../host/weapp-storage.ts';
import { storageCall } from '../host-bridge.ts';
import { violation } from '../sim.ts';
import { asyncApi, WxFail } from './async-api.ts';

const LIMIT_KB = 10 * 1024;

function call(order: StorageOrder): StorageAnswer {
  const answer = storageCall(order);
  if (answer.broken !== undefined) violation(answer.broken);
  return answer;
}

function must(answer: StorageAnswer): StorageAnswer {
  if (answer.fail !== undefined) throw new WxFail(answer.fail);
  return answer;
}

const parsed = (json: string | undefined): unknown => (json === undefined ? '' : JSON.parse(json));
const toJson = (value: unknown): string => JSON.stringify(value === undefined ? '' : value);
const info = () => {
  const { keys, currentSize } = call({ op: 'info' });
  return { keys, currentSize, limitSize: LIMIT_KB };
};

/** Storage by WeChat's rules; the Node side keeps it and its limits. */
export function storageApis(): Record<string, unknown> {
  const sync = (name: string, run: () => unknown) => {
    try {
      return run();
    } catch (error) {
      throw new Error(`${name}:fail ${(error as Error).message}`);
    }
  };
  return {
    createBufferURL: (buffer: ArrayBuffer) => URL.createObjectURL(new Blob([buffer])),
    revokeBufferURL: (url: string) => URL.revokeObjectURL(url),
    getStorageSync: (key: string) => parsed(call({ op: 'get', key }).json),
    setStorageSync: (key: string, value: unknown) => sync('setStorageSync', () => void must(call({ op: 'set', key, json: toJson(value) }))),
    removeStorageSync: (key: string) => void call({ op: 'remove', key }),
    clearStorageSync: () => void call({ op: 'clear' }),
    getStorageInfoSync: info,
    getStorage: asyncApi('getStorage', ({ key, encrypt }) => ({ data: parsed(must(call({ op: 'get', key, encrypt })).json) })),
    setStorage: asyncApi('setStorage', ({ key, data, encrypt }) => void must(call({ op: 'set', key, json: toJson(data), encrypt }))),
    removeStorage: asyncApi('removeStorage', ({ key }) => void call({ op: 'remove', key })),
    clearStorage: asyncApi('clearStorage', () => void call({ op: 'clear' })),
    getStorageInfo: asyncApi('getStorageInfo', info),
    batchSetStorageSync: (list: { key: string; value: unknown }[]) =>
      sync('batchSetStorageSync', () => {
        for (const { key, value } of list) must(call({ op: 'set', key, json: toJson(value) }));
      }),
    batchGetStorageSync: (keys: string[]) => keys.map((key) => parsed(call({ op: 'get', key }).json)),
  };
}
