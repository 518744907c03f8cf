import type { CitedSentence } from '@assist/contracts';
import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { Card } from './card';
import { Cites } from './cite';

/** What happens one after the other, each with the clauses it rests on. */
export function CitedSteps({ steps }: { readonly steps: readonly CitedSentence[] }) {
  return (
    <Card>
      <View className="cited-steps" {...accessible({ role: 'list' })}>
        {steps.map((step, i) => (
          <View key={step.sentence} {...accessible({ role: 'listitem' })}>
            <View className="numbered__step">
              <View className="numbered__number">{i + 1}</View>
              <View className="numbered__words">{step.sentence}</View>
            </View>
            <View className="cited-steps__clauses">
              <Cites citations={step.clauses} />
            </View>
          </View>
        ))}
      </View>
    </Card>
  );
}
