import type { Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { accessible } from '@/platform/accessible';
import { Button } from './button';
import type { IconName } from './icon';
import { ProblemNote } from './problem-panel';
import { TextField } from './text-field';

/** A code that somebody was shown or told, written down and given. What was said of it goes as soon as it is written over, and what comes late of an earlier one is not said. */
export function CodeEntry({
  label,
  button,
  icon,
  busyText,
  wrongWith,
  onCode,
  onWritten,
  children,
}: {
  readonly label: string;
  readonly button: string;
  readonly icon?: IconName;
  readonly busyText: string;
  /** What is wrong with it before anybody is asked, in a sentence. */
  readonly wrongWith: (typed: string) => string | undefined;
  /** `still`: whether it is the code that stands there yet. */
  readonly onCode: (typed: string, still: () => boolean) => Promise<Problem | undefined>;
  readonly onWritten?: () => void;
  /** What was answered, below the button. */
  readonly children?: ReactNode;
}) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const stands = useRef('');
  const give = async (): Promise<void> => {
    const unlike = wrongWith(code);
    if (unlike) return setWrong(unlike);
    const still = () => stands.current === code;
    const heard = await onCode(code, still);
    if (still()) setProblem(heard);
  };
  return (
    <>
      <TextField
        label={label}
        value={code}
        maxLength={16}
        problem={wrong}
        onChange={(text) => {
          stands.current = text;
          setCode(text);
          setWrong(undefined);
          setProblem(undefined);
          onWritten?.();
        }}
      />
      <View className="gap">
        <Button icon={icon} busyText={busyText} onTap={give}>
          {button}
        </Button>
      </View>
      <View className="gap" {...accessible({ live: 'polite' })}>
        {children}
        {problem ? <ProblemNote problem={problem} /> : null}
      </View>
    </>
  );
}
