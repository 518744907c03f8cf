import './old-phones';
import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { openApplication } from '@/application/application';
import { LockScreen } from '@/components/lock-screen';
import { putLockScreen } from '@/components/lock-slot';
import { onLeaving } from '@/platform/lock';
import { startPlatform } from '@/platform/start';
import { leaveAndClear } from './leave';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    onLeaving(leaveAndClear);
    putLockScreen(LockScreen);
    startPlatform();
    void openApplication();
  });
  return children;
}
