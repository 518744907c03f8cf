import Taro from '@tarojs/taro';

/** WeChat's fifth font step is about 1.25 times the usual size (assumed; WeChat documents only the ends of its scale). */
const FIFTH_STEP = 1.25;
const USUAL_PX = 17;

/** Whether this phone itself is set to big words. */
export function phoneHasBigWords(): boolean {
  try {
    const { fontSizeSetting, fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeSetting?: number; fontSizeScaleFactor?: number };
    return (fontSizeScaleFactor ?? 1) >= FIFTH_STEP || (fontSizeSetting ?? USUAL_PX) >= USUAL_PX * FIFTH_STEP;
  } catch {
    return false;
  }
}
