import type { CitedSentence } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Cites } from '@/components/cite';

/** A sentence with what it rests on. */
export const Cited = ({ of, strong }: { readonly of: CitedSentence; readonly strong?: boolean }) => (
  <View>
    <View className={strong ? 'strong' : ''}>{of.sentence}</View>
    <Cites citations={of.clauses} />
  </View>
);
