import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** What stands in the way of one thing, and beside it the one button that helps. */
export function ProblemLine({ words, children }: { readonly words: string | undefined; readonly children: ReactNode }) {
  return (
    <View className="problem-line">
      <View className="problem-line__words">{words}</View>
      {children}
    </View>
  );
}
