import Taro from '@tarojs/taro';

const SETTING = 'setting:';

/** A setting of this phone (no personal data): read at once, before the first page shows. */
export function readSetting<T>(key: string): T | undefined {
  const text = Taro.getStorageSync(SETTING + key) as unknown;
  try {
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

export function writeSetting(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(SETTING + key, JSON.stringify(value));
  } catch {
    // A full phone still works; the setting just does not outlive the visit.
  }
}
