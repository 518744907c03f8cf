import type { CitedSentence } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Cites } from '@/components/cite';
import { Icon } from '@/components/icon';
import { accessible } from '@/platform/accessible';

/** What is feared most, answered on top. */
export function Assurance({ assurance }: { readonly assurance: CitedSentence }) {
  return (
    <View className="assurance">
      <View className="assurance__icon">
        <Icon name="shield" />
      </View>
      <View className="assurance__body">
        <View className="assurance__title" {...accessible({ role: 'heading', level: 2 })}>
          不会因没认证停钱
        </View>
        <View className="small">{assurance.sentence}</View>
        <Cites citations={assurance.clauses} />
      </View>
    </View>
  );
}
