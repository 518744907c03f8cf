import Taro from '@tarojs/taro';
import type { SealedTexts } from './sealed-texts';

// Taro's types do not know `encrypt` for reading; WeChat wants it on both sides.
type Encrypted<T> = T & { readonly encrypt: true };

/** Sealed by WeChat, which holds the key and does that only asynchronously. At most 0.7 MB a key. */
export const sealedBox: SealedTexts = {
  async read(key) {
    try {
      const order: Encrypted<Parameters<typeof Taro.getStorage>[0]> = { key, encrypt: true };
      const { data } = await Taro.getStorage<unknown>(order);
      return typeof data === 'string' && data !== '' ? data : undefined;
    } catch {
      return undefined;
    }
  },
  async write(key, text) {
    try {
      const order: Encrypted<Parameters<typeof Taro.setStorage>[0]> = { key, data: text, encrypt: true };
      await Taro.setStorage(order);
      return true;
    } catch {
      return false;
    }
  },
  async remove(key) {
    try {
      await Taro.removeStorage({ key });
    } catch {
      // It was not there.
    }
  },
  keys: async () => Taro.getStorageInfoSync().keys,
};
