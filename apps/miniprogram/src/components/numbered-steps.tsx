import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';

/** What happens next, or what to do, one after the other. */
export function NumberedSteps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <View className="card numbered" {...accessible({ role: 'list' })}>
      {steps.map((step, i) => (
        <View key={step} className="numbered__step" {...accessible({ role: 'listitem' })}>
          <View className="numbered__number">{i + 1}</View>
          <View className="numbered__words">{step}</View>
        </View>
      ))}
    </View>
  );
}
