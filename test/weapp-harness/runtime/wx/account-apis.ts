import { host } from '../host-bridge.ts';
import { asyncApi, WxFail } from './async-api.ts';

/** Who the person is to WeChat, and what they allowed. */
export function accountApis(): Record<string, unknown> {
  return {
    login: asyncApi('login', async () => {
      try {
        return { code: await host.__hostCode('login') };
      } catch {
        throw new WxFail('network error', 600001);
      }
    }),
    checkSession: asyncApi('checkSession', () => ({})),
    getSetting: asyncApi('getSetting', () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } })),
    openSetting: asyncApi('openSetting', () => ({ authSetting: {} })),
    openAppAuthorizeSetting: asyncApi('openAppAuthorizeSetting', () => ({})),
    authorize: asyncApi('authorize', () => ({})),
    setClipboardData: asyncApi('setClipboardData', () => ({})),
    getClipboardData: asyncApi('getClipboardData', () => ({ data: '' })),
    getLocation: asyncApi('getLocation', () => {
      throw new WxFail('auth deny', 103);
    }),
    getFuzzyLocation: asyncApi('getFuzzyLocation', () => {
      throw new WxFail('auth deny', 103);
    }),
  };
}
