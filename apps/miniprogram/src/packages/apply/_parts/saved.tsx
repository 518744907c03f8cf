import { View } from '@tarojs/components';
import type { DraftState } from '@/application/draft/draft-store';
import { savedWords } from '@/application/draft/saved-words';
import { Icon } from '@/components/icon';
import { today } from '@/platform/clock';

/** 已保存 14:32，替您留到 12月20日. */
export function Saved({ state }: { readonly state: DraftState }) {
  const { words, safe } = savedWords(state, today());
  return (
    <View className={`saved ${safe ? '' : 'saved--waiting'}`}>
      <Icon name={safe ? 'check' : 'on-phone'} size="m" />
      <View>{words}</View>
    </View>
  );
}
