import Taro from '@tarojs/taro';
import type { ScreenTop } from './screen-top';

export function topOfScreen(): ScreenTop {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const button = Taro.getMenuButtonBoundingClientRect();
  return { statusBar: statusBarHeight, row: (button.top - statusBarHeight) * 2 + button.height, capsule: windowWidth - button.left };
}
