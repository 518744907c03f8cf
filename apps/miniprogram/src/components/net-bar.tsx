import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { network } from '@/platform/network';
import { useStore } from '@/platform/store';
import { topOfScreen } from '@/platform/top';
import { Icon } from './icon';

const top = topOfScreen();

/** Says when there is no network, and for two seconds when it is back. @param topmost nothing of the phone's own stands above: keep clear of its clock and WeChat's capsule */
export function NetBar({ topmost }: { readonly topmost?: boolean | undefined }) {
  const now = useStore(network);
  if (now === 'good') return null;
  return (
    <View
      className={`net-bar ${now === 'back' ? 'net-bar--good' : ''}`}
      {...(topmost && { style: { paddingTop: `${top.statusBar + 10}px`, paddingRight: `${top.capsule + 20}px` } })}
      {...accessible({ role: 'status', live: 'polite' })}
    >
      <Icon name={now === 'back' ? 'network' : 'no-network'} size="m" />
      <View>{now === 'back' ? '有网了，正在送' : '没有网络，东西都在手机里'}</View>
    </View>
  );
}
