import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { accessible } from '@/platform/accessible';

const SLOW_MS = 3000;

/** Empty lines as tall as what is coming; nothing turns round. After three seconds it says why. */
export function Skeleton({ rows = 3 }: { readonly rows?: number }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View className="skeleton" {...accessible({ role: 'status', live: 'polite', label: slow ? '网慢，还在取' : '正在取' })}>
      {Array.from({ length: rows }, (_, i) => (
        <View key={String(i)} className={`skeleton__line ${i % 2 ? 'skeleton__line--short' : ''}`} />
      ))}
      {slow ? <View className="skeleton__words">网慢，还在取</View> : null}
    </View>
  );
}
