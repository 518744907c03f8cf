import Taro from '@tarojs/taro';

/** Opens the phone's dialler with a number; dialling stays with the person. */
export function call(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number.replace(/[^\d+]/g, '') }).catch(() => undefined);
}
