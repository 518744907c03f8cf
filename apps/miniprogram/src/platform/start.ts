import { hasAgreed } from './agreement';
import { session } from './api';
import { watchLock } from './lock';
import { canSignIn } from './login';
import { onNetworkBack, watchNetwork } from './network';
import { watchPages } from './pages-ahead';
import { watchPrivacy } from './wechat-privacy';

/** Signs in without a question, where the person agreed before. */
export const signInQuietly = async (): Promise<void> => {
  if (canSignIn() && hasAgreed()) await session.signIn();
};

/** Once, when the app starts. */
export function startPlatform(): void {
  watchLock();
  watchPrivacy();
  watchPages();
  watchNetwork();
  onNetworkBack(() => void signInQuietly());
  void signInQuietly();
}
