import Taro from '@tarojs/taro';
import { makeStore } from './store';

/** Id of the button that WeChat must see tapped. */
export const AGREE_BUTTON_ID = 'agree-privacy';

type Answer = { readonly event: 'agree'; readonly buttonId: string } | { readonly event: 'disagree' };
/** WeChat is holding back a call (camera, phone number) until the person has agreed to its privacy guide. */
export const privacyQuestion = makeStore<((answer: Answer) => void) | undefined>(undefined);

/** Called once when the app starts: WeChat asks us to ask. */
export function watchPrivacy(): void {
  // Base libraries before 2.32.3 hold nothing back.
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
  Taro.onNeedPrivacyAuthorization((resolve: (answer: Answer) => void) => privacyQuestion.set(() => resolve));
}

export function answerPrivacy(agreed: boolean): void {
  const resolve = privacyQuestion.get();
  privacyQuestion.set(undefined);
  resolve?.(agreed ? { event: 'agree', buttonId: AGREE_BUTTON_ID } : { event: 'disagree' });
}
