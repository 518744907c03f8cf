import type { PhoneAnswer, PhoneScreen } from '../../host/ask-sandbox.ts';
import { host } from '../host-bridge.ts';
import { sim, violation } from '../sim.ts';
import { asyncApi, remember, settleCallbacks, WxFail, type WxOption } from './async-api.ts';

/** WeChat gives no number; what follows a tap after this long is taken for no answer to it. */
const AFTER_TAP_MS = 5000;

/** Calls that open a screen of WeChat's own over the app. */
export function screenApis(): Record<string, unknown> {
  return {
    requestSubscribeMessage: asyncApi('requestSubscribeMessage', async ({ tmplIds }) => {
      if (performance.now() - sim.lastTap > AFTER_TAP_MS) {
        violation('requestSubscribeMessage without a tap of the person');
        throw new WxFail('can only be invoked by user TAP gesture.');
      }
      if (!Array.isArray(tmplIds)) throw new WxFail('Invalid template id', undefined, 10004);
      const { callback, errCode, result } = await open('subscribe', { tmplIds }, 10002);
      if (callback !== 'success') throw new WxFail(`${errCode}`, undefined, errCode);
      return result;
    }),
    checkIsSupportFacialRecognition: callbackApi('checkIsSupportFacialRecognition', async () => {
      const can = !sim.options.cannotUse.includes('checkIsSupportFacialRecognition');
      return can ? { callback: 'success', errMsg: 'ok', errCode: 0 } : { callback: 'fail', errMsg: 'not supported', errCode: 90001 };
    }),
    requestFacialVerify: callbackApi('requestFacialVerify', ({ verifyId }) => open('face', { verifyId }, 90007)),
  };
}

async function open(screen: PhoneScreen, given: unknown, offlineCode: number): Promise<PhoneAnswer> {
  sim.screens += 1;
  try {
    return await host.__hostScreen(screen, given);
  } catch {
    return { callback: 'fail', errMsg: 'network error', errCode: offlineCode };
  } finally {
    sim.screens -= 1;
  }
}

/** A call that has callbacks and never gives a promise, as WeChat documents for faces. */
function callbackApi(name: string, run: (option: WxOption) => Promise<PhoneAnswer>): (option?: WxOption) => undefined {
  return (option = {}) => {
    remember(name, option);
    const stub = sim.stubs[name] as PhoneAnswer | undefined;
    void (stub === undefined ? run(option) : Promise.resolve(stub)).then(({ callback, errMsg, errCode }) => {
      if (callback === 'never') return;
      const text = errMsg.startsWith(`${name}:`) ? errMsg : `${name}:${callback === 'success' ? 'ok' : `fail ${errMsg}`}`;
      settleCallbacks(name, option, callback === 'success', { errMsg: text, errCode });
    });
    return undefined;
  };
}
