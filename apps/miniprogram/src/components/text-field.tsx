import { View } from '@tarojs/components';
import { Entry } from './entry';
import { EntryBox } from './entry-box';
import type { EntryProps } from './entry-props';
import { Field, type FieldProps } from './field';

export type TextFieldProps = FieldProps & Omit<EntryProps, 'invalid' | 'className'>;

/** Words or numbers on one line, or several with `long`. */
export function TextField({ label, aside, hint, problem, ...entry }: TextFieldProps) {
  return (
    <Field label={label} {...(aside && { aside })} {...(hint && { hint })} problem={problem}>
      <EntryBox problem={Boolean(problem)}>
        <Entry label={label} invalid={Boolean(problem)} {...entry} />
      </EntryBox>
      {entry.keyboard === 'idcard' ? <InGroups number={entry.value} /> : null}
    </Field>
  );
}

/** An identity number is longer than the box in big words: here it is read back whole, in parts that one can compare with the card. */
function InGroups({ number }: { readonly number: string }) {
  const parts = /^(\d{6})(\d{4})(\d{4})([\dXx]{4})$/.exec(number.replace(/\s/g, ''))?.slice(1);
  return parts ? <View className="entry__read">{parts.join(' ')}</View> : null;
}
