import Taro from '@tarojs/taro';

/** The bar that was pulled down goes up again. */
export const stopPullDown = (): void => void Taro.stopPullDownRefresh();
