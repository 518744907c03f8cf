import Taro from '@tarojs/taro';

/** Puts words on the phone's clipboard. @returns whether it worked */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
