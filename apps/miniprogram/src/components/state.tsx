import { View } from '@tarojs/components';
import { Icon, type IconName } from './icon';

/** Shape first, then words, colour last. */
const LOOKS = {
  done: 'circle-check',
  half: 'circle-half',
  none: 'circle',
  waiting: 'hourglass',
  'on-phone': 'on-phone',
} as const satisfies Record<string, IconName>;
export type StateKind = keyof typeof LOOKS;

/** 填好了、差一点、没开始、等家人、在手机里. */
export function State({ kind, children }: { readonly kind: StateKind; readonly children: string }) {
  return (
    <View className={`state state--${kind}`}>
      <Icon name={LOOKS[kind]} />
      {children}
    </View>
  );
}

const VERDICTS = {
  likely: { icon: 'circle-check', words: '大概率符合' },
  maybe: { icon: 'circle-half', words: '可能，要人来看' },
  notyet: { icon: 'circle-dashed', words: '目前够不上' },
  any: { icon: 'arrow-right', words: '随时能申请' },
} as const satisfies Record<string, { icon: IconName; words: string }>;
export type VerdictKind = keyof typeof VERDICTS;

/** An estimate, never a decision: the page says so beside it. */
export function Verdict({ kind, children }: { readonly kind: VerdictKind; readonly children?: string }) {
  return (
    <View className={`verdict verdict--${kind}`}>
      <Icon name={VERDICTS[kind].icon} />
      {children ?? VERDICTS[kind].words}
    </View>
  );
}
