import { WEB_SIGN_IN } from './build';
import { endOf, type FaceEnd } from './face-end';
import { onSandboxPhone } from './sandbox-phone.h5';

export type { FaceEnd } from './face-end';

/** A browser has no face check; on a development machine the sandbox stands in for it. */
export const canCheckFace = async (): Promise<boolean> => WEB_SIGN_IN;

export async function requestFace(verifyId: string): Promise<{ readonly outcome: FaceEnd }> {
  if (!WEB_SIGN_IN) return { outcome: 'not-here' };
  return endOf(async (end) => {
    const { callback } = await onSandboxPhone('face', { verifyId });
    if (callback !== 'never') end(callback === 'success' ? 'finished' : 'stopped');
  });
}
