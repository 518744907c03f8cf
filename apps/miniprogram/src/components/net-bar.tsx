import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { network } from '@/platform/network';
import { useStore } from '@/platform/store';
import { Icon } from './icon';

/** Says when there is no network, and for two seconds when it is back. */
export function NetBar() {
  const now = useStore(network);
  if (now === 'good') return null;
  return (
    <View className={`net-bar ${now === 'back' ? 'net-bar--good' : ''}`} {...accessible({ role: 'status', live: 'polite' })}>
      <Icon name={now === 'back' ? 'network' : 'no-network'} size="m" />
      <View>{now === 'back' ? '有网了，正在送' : '没有网络，东西都在手机里'}</View>
    </View>
  );
}
