import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';
import { topOfScreen } from '@/platform/top';

const top = topOfScreen();

/** The one place with a drawing: mist, river and houses on stilts. WeChat's bar lies over it. */
export function Hero({ children, houses }: { readonly children: ReactNode; readonly houses?: boolean }) {
  return (
    <View className="hero">
      <View className={`hero__art ${houses ? 'drawing-hills-and-houses' : 'drawing-hills'}`} {...accessible({ hidden: true })} />
      <View
        className="hero__brand"
        style={{ marginTop: `${top.statusBar}px`, minHeight: `${top.row}px`, paddingRight: `${top.capsule}px` }}
      >
        <View className="hero__mark drawing-mark" {...accessible({ hidden: true })} />
        <View>救助通</View>
      </View>
      {children}
    </View>
  );
}
