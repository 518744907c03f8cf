import Taro from '@tarojs/taro';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where something of this page lies on the screen right now, in px; nothing where it is not there (yet). */
export const boxOf = (selector: string): Promise<Box | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(selector)
      .boundingClientRect((found) => resolve((Array.isArray(found) ? found[0] : (found as Box | null)) ?? undefined))
      .exec();
  });
