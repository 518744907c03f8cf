import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { accessible } from '@/platform/accessible';
import { parseYuan, yuanForTyping, yuanInWords } from '@/wording/amount';
import { Entry } from './entry';
import { Field, type FieldProps } from './field';

export interface AmountInputProps extends FieldProps {
  readonly value: Fen | undefined;
  /** Nothing when the box is empty, or holds no amount. */
  readonly onChange: (value: Fen | undefined) => void;
  /** 元, 元一个月. */
  readonly unit?: string;
  /** Beside the words it is read back in: 每人约 1,060 元. */
  readonly beside?: string;
}

const fenOf = (text: string): Fen | undefined => {
  const parsed = parseYuan(text);
  return parsed.kind === 'amount' ? parsed.fen : undefined;
};

/** Digits in yuan, kept as fen, read back in words so that a zero too many is noticed. */
export function AmountInput({ label, aside, hint, problem, value, onChange, unit = '元', beside }: AmountInputProps) {
  const [text, setText] = useState(value === undefined ? '' : yuanForTyping(value));
  useEffect(() => {
    // A value from elsewhere (a draft that was opened) replaces the text; what is being typed stays as it is.
    setText((now) => (fenOf(now) === value ? now : value === undefined ? now : yuanForTyping(value)));
  }, [value]);
  const parsed = parseYuan(text);
  const wrong = problem ?? (parsed.kind === 'again' ? parsed.sentence : undefined);
  return (
    <Field label={label} {...(aside && { aside })} {...(hint && { hint })} problem={wrong}>
      <View className={`amount ${parsed.kind === 'amount' ? 'amount--filled' : ''}`}>
        <Entry
          label={`${label}，${unit}`}
          className="amount__native"
          keyboard="digit"
          maxLength={16}
          value={text}
          invalid={Boolean(wrong)}
          onChange={(typed) => {
            setText(typed);
            onChange(fenOf(typed));
          }}
        />
        <View className="amount__unit">{unit}</View>
      </View>
      <View className="amount__read" {...accessible({ live: 'polite' })}>
        <View>{parsed.kind === 'amount' ? yuanInWords(parsed.fen) : ''}</View>
        {beside ? <View>{beside}</View> : null}
      </View>
    </Field>
  );
}
