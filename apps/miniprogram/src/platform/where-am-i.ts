import Taro from '@tarojs/taro';

/** Where a phone is, in degrees as the satellites say (WGS 84), and how many metres that may be off. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy?: number;
}

/** Asked once, because the person tapped for it. Nothing when it is not allowed or cannot be had. */
export async function whereAmI(): Promise<Spot | undefined> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'wgs84' });
    return { latitude, longitude, ...(accuracy >= 0 && { accuracy }) };
  } catch {
    return undefined;
  }
}
