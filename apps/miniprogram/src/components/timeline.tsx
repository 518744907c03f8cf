import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { Icon } from './icon';

export interface TimelineStep {
  readonly title: string;
  readonly under?: string;
  readonly state: 'past' | 'now' | 'future';
  /** Something on the way to a step, smaller than the steps. */
  readonly aside?: boolean;
}
const SAID = { past: '过了', now: '现在', future: '还没到' } as const;

/** Which step it has come to. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <View className="card" {...accessible({ role: 'list' })}>
      {steps.map((step, i) => (
        <View
          key={`${step.title}-${step.under ?? ''}`}
          className={`timeline__step timeline__step--${step.state} ${step.aside ? 'timeline__step--aside' : ''} ${i === steps.length - 1 ? 'timeline__step--last' : ''}`}
          {...accessible({ role: 'listitem' })}
        >
          <View className="timeline__thread" />
          <View className="timeline__mark">{step.state === 'past' && !step.aside ? <Icon name="check" /> : null}</View>
          <View className="heard">{SAID[step.state]}</View>
          <View className="timeline__title">{step.title}</View>
          {step.under ? <View className="timeline__under">{step.under}</View> : null}
        </View>
      ))}
    </View>
  );
}
