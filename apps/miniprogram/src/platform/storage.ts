import Taro from '@tarojs/taro';

const SETTING = 'setting:';
const KEPT = 'kept:';

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

// Taro's types do not know `encrypt` for reading; WeChat wants it on both sides.
type Encrypted<T> = T & { readonly encrypt: true };

/** What a person entrusted to this phone: encrypted by WeChat, which does that only asynchronously. At most 0.7 MB a key. */
export async function readKept<T>(key: string): Promise<T | undefined> {
  try {
    const order: Encrypted<Parameters<typeof Taro.getStorage>[0]> = { key: KEPT + key, encrypt: true };
    const { data } = await Taro.getStorage<unknown>(order);
    return typeof data === 'string' && data !== '' ? (JSON.parse(data) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether it is on the phone now; a full phone says no. */
export async function writeKept(key: string, value: unknown): Promise<boolean> {
  try {
    const order: Encrypted<Parameters<typeof Taro.setStorage>[0]> = { key: KEPT + key, data: JSON.stringify(value), encrypt: true };
    await Taro.setStorage(order);
    return true;
  } catch {
    return false;
  }
}

export async function removeKept(key: string): Promise<void> {
  try {
    await Taro.removeStorage({ key: KEPT + key });
  } catch {
    // It was not there.
  }
}

/** Names of what is kept, without the values. */
export const keptKeys = (): string[] =>
  Taro.getStorageInfoSync()
    .keys.filter((key) => key.startsWith(KEPT))
    .map((key) => key.slice(KEPT.length));

/** Clears everything a person left on this phone. Settings of the phone itself (big words) stay. */
export async function clearKept(): Promise<void> {
  await Promise.all(keptKeys().map(removeKept));
}
