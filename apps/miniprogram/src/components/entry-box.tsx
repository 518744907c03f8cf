import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** The box around what is typed or picked. */
export function EntryBox({
  problem,
  icon,
  children,
}: {
  readonly problem?: boolean;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <View className={`entry ${problem ? 'entry--problem' : ''}`}>
      {children}
      {icon ? <Icon name={icon} /> : null}
    </View>
  );
}
