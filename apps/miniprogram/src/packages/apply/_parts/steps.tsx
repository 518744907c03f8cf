import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { accessible } from '@/platform/accessible';

export interface Steps<S extends string> {
  readonly step: S;
  readonly index: number;
  readonly of: number;
  readonly go: (step: S) => void;
  /** @returns false on the last one */
  readonly next: () => boolean;
  readonly back: () => boolean;
}

/** One thing a screen, several screens a page. @param first where a question of the check leads to */
export function useSteps<S extends string>(steps: readonly S[], first?: string): Steps<S> {
  const [step, setStep] = useState<S>(() => steps.find((s) => s === first) ?? (steps[0] as S));
  const index = Math.max(0, steps.indexOf(step));
  const move = (to: number) => {
    const target = steps[to];
    if (target === undefined) return false;
    setStep(target);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
    return true;
  };
  return {
    step,
    index,
    of: steps.length,
    go: (s) => void move(steps.indexOf(s)),
    next: () => move(index + 1),
    back: () => move(index - 1),
  };
}

/** How far it is. Where there is only one screen so far, there is nothing to count. */
export function StepBar({ index, of }: Pick<Steps<string>, 'index' | 'of'>) {
  if (of < 2) return null;
  return (
    <View className="steps" {...accessible({ role: 'img', label: `第 ${index + 1} 步，共 ${of} 步` })}>
      <View className="steps__bar">
        {Array.from({ length: of }, (_, i) => (
          <View key={String(i)} className={`steps__one ${i <= index ? 'steps__one--on' : ''}`} />
        ))}
      </View>
      <View>
        {index + 1}/{of}
      </View>
    </View>
  );
}

/** Back one step and on; on the first step there is only on. */
export function StepActions({
  steps,
  hint,
  nextWords = '好了，下一步',
  lastWords = '好了',
  onNext,
  onLast,
}: {
  readonly steps: Pick<Steps<string>, 'index' | 'of' | 'next' | 'back'>;
  readonly hint?: string;
  readonly nextWords?: string;
  readonly lastWords?: string;
  /** @returns false to stay: something cannot be */
  readonly onNext?: () => boolean;
  readonly onLast: () => void;
}) {
  const last = steps.index === steps.of - 1;
  const on = () => {
    if (onNext && !onNext()) return;
    if (!steps.next()) onLast();
  };
  return (
    <ActionBar {...(hint !== undefined && { hint, hintIcon: 'check' })}>
      {steps.index > 0 ? (
        <ButtonRow>
          <Button kind="second" onTap={() => void steps.back()}>
            上一步
          </Button>
          <Button onTap={on}>{last ? lastWords : nextWords}</Button>
        </ButtonRow>
      ) : (
        <Button onTap={on}>{last ? lastWords : nextWords}</Button>
      )}
    </ActionBar>
  );
}
