import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import type { IconName } from './icon-name.gen';

export type { IconName } from './icon-name.gen';

/** Decoration in the colour of the words beside it: there are always words beside it. */
export function Icon({ name, size }: { readonly name: IconName; readonly size?: 'm' | 's' }) {
  return <View className={`icon icon-${name} ${size ? `icon--${size}` : ''}`} {...accessible({ hidden: true })} />;
}
