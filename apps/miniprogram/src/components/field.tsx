import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';
import { Icon } from './icon';
import { useReadable } from './readable';

export interface FieldProps {
  /** The question, as one would ask it. */
  readonly label: string;
  /** Small, beside the label: 可选几样. */
  readonly aside?: string;
  readonly hint?: string;
  /** What to look at again. */
  readonly problem?: string | undefined;
}

/** A question, its control and, if need be, what to look at again. */
export function Field({ label, aside, hint, problem, children }: FieldProps & { readonly children: ReactNode }) {
  const read = useReadable(label, hint);
  return (
    <View className={`field ${read}`}>
      <View className="field__label">
        {label}
        {aside ? <View className="field__aside">{aside}</View> : null}
      </View>
      {hint ? <View className="field__hint">{hint}</View> : null}
      {children}
      <FieldProblem>{problem}</FieldProblem>
    </View>
  );
}

export function FieldProblem({ children }: { readonly children: string | undefined }) {
  if (!children) return null;
  return (
    <View className="field__problem" {...accessible({ role: 'alert', live: 'polite' })}>
      <Icon name="alert" />
      <View>{children}</View>
    </View>
  );
}
