import { endOf, type FaceEnd } from './face-end';

export type { FaceEnd } from './face-end';

interface Callbacks {
  readonly success: () => void;
  readonly fail: () => void;
}
// Taro 4.2 knows only the face check that WeChat has switched off. Both calls have callbacks and give no promise.
declare const wx: {
  readonly checkIsSupportFacialRecognition?: (option: Callbacks) => void;
  readonly requestFacialVerify?: (option: Callbacks & { readonly verifyId: string }) => void;
};

/** Whether this phone can check a face (base library 3.8.12). Where it cannot, the other ways are all there is to offer. */
export const canCheckFace = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!wx.requestFacialVerify || !wx.checkIsSupportFacialRecognition) return resolve(false);
    wx.checkIsSupportFacialRecognition({ success: () => resolve(true), fail: () => resolve(false) });
  });

/** Opens WeChat's face check for the id that the BFF got. It never throws. */
export async function requestFace(verifyId: string): Promise<{ readonly outcome: FaceEnd }> {
  if (!wx.requestFacialVerify) return { outcome: 'not-here' };
  return endOf((end) => wx.requestFacialVerify?.({ verifyId, success: () => end('finished'), fail: () => end('stopped') }));
}
