import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';

/** First character of a name: the surname, as officials write it. */
export function Avatar({ name, large, done }: { readonly name: string; readonly large?: boolean; readonly done?: boolean }) {
  return (
    <View className={`avatar ${large ? 'avatar--large' : ''} ${done ? 'avatar--done' : ''}`} {...accessible({ hidden: true })}>
      {[...name.trim()][0] ?? '您'}
    </View>
  );
}
