import Taro from '@tarojs/taro';

/** Random bytes from the phone; from the clock and chance where an old phone has none. An id, never a secret. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  try {
    const { randomValues } = await Taro.getRandomValues({ length });
    const bytes = new Uint8Array(randomValues);
    if (bytes.length === length && bytes.some((b) => b !== 0)) return bytes;
  } catch {
    // Below base library 2.19 there is none.
  }
  return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256));
}
