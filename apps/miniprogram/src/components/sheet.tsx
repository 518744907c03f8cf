import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';

/** A question over the page. Never one over another. */
export function Sheet({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <View className="sheet" {...accessible({ role: 'dialog', modal: true, label: title })}>
      <View className="sheet__paper">
        <View className="sheet__title" {...accessible({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {children}
        <View className="sheet__actions">{actions}</View>
      </View>
    </View>
  );
}
