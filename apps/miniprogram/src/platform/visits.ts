import Taro from '@tarojs/taro';

/** Calls when the app goes out of sight, and when it is looked at again, with WeChat's number of where one came from. */
export function watchVisits(leave: () => void, back: (scene?: number) => void): void {
  Taro.onAppHide(leave);
  Taro.onAppShow((options) => back(options?.scene));
}

/** Where this start came from. */
export const sceneOfStart = (): number | undefined => Taro.getLaunchOptionsSync().scene;
