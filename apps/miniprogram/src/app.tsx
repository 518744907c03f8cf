import './old-phones';
import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { openApplication } from '@/application/application';
import { startPlatform } from '@/platform/start';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startPlatform();
    void openApplication();
  });
  return children;
}
