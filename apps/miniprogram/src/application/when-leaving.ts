import Taro from '@tarojs/taro';

/** Calls when the mini-program goes to the background; afterwards the phone may end it without a word. */
export function whenLeaving(leave: () => void): void {
  Taro.onAppHide(leave);
}
