import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import type { TapProps } from './tap-props';

/** Anything that can be tapped: a button unless `role` says otherwise. */
export function Tap({ className = '', onTap, children, role = 'button', ...rest }: TapProps) {
  return (
    <View className={`tap ${className}`} hoverClass="pressed" hoverStayTime={90} onClick={onTap} {...accessible({ role, ...rest })}>
      {children}
    </View>
  );
}
