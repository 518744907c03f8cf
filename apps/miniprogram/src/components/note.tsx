import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';
import { Icon, type IconName } from './icon';
import { useReadable } from './readable';

const ICONS = { info: 'info', good: 'circle-check', attention: 'circle-half', urgent: 'alert', plain: 'info' } as const satisfies Record<
  string,
  IconName
>;

/** One thing that matters. An urgent one is read out at once. */
export function Note({
  tone = 'info',
  title,
  icon,
  children,
}: {
  readonly tone?: keyof typeof ICONS;
  readonly title?: string;
  readonly icon?: IconName;
  readonly children?: ReactNode;
}) {
  const read = useReadable(title, children);
  return (
    <View className={`note note--${tone} ${read}`} {...accessible(tone === 'urgent' ? { role: 'alert', live: 'assertive' } : {})}>
      <Icon name={icon ?? ICONS[tone]} />
      <View className="note__body">
        {title ? <View className="note__title">{title}</View> : null}
        {children ? <View>{children}</View> : null}
      </View>
    </View>
  );
}
