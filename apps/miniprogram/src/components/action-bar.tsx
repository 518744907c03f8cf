import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** Stays at the bottom of the page with the one main button. */
export function ActionBar({
  hint,
  hintIcon,
  children,
}: {
  readonly hint?: string;
  readonly hintIcon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <View className="action-bar">
      {hint ? (
        <View className="action-bar__hint">
          {hintIcon ? <Icon name={hintIcon} /> : null}
          {hint}
        </View>
      ) : null}
      {children}
    </View>
  );
}

/** Two buttons side by side; below each other in big words, the last (main) one on top. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <View className="btn-row">{children}</View>;
}
