import { Input, Picker, Textarea, View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { halfWidth } from '@/wording/half-width';
import type { EntryProps, PickDateProps, PickProps } from './entry-props';

const KEYBOARDS = { words: 'text', number: 'number', digit: 'digit', idcard: 'idcard' } as const;

/** What is typed, by the phone's own keyboard. */
export function Entry({
  label,
  value,
  onChange,
  onLeave,
  keyboard = 'words',
  placeholder,
  maxLength = 140,
  long,
  invalid,
  className = '',
}: EntryProps) {
  const shared = {
    className: `entry__native ${long ? 'entry__native--long' : ''} ${className}`,
    value,
    placeholder: placeholder ?? '',
    placeholderClass: 'entry__hint',
    maxlength: maxLength,
    onInput: ({ detail: { value: typed } }: { detail: { value: string } }) => onChange(keyboard === 'words' ? typed : halfWidth(typed)),
    onBlur: () => onLeave?.(),
    ...accessible({ label, invalid }),
  };
  return long ? <Textarea autoHeight {...shared} /> : <Input type={KEYBOARDS[keyboard]} {...shared} />;
}

/** One of several, by the phone's own wheel. */
export function Pick({ label, options, index, onChange, placeholder = '点这里选', disabled }: PickProps) {
  const chosen = index === undefined ? undefined : options[index];
  return (
    <Picker
      mode="selector"
      range={[...options]}
      value={index ?? 0}
      disabled={disabled ?? false}
      style={{ flex: 1 }}
      onChange={(event) => onChange(Number(event.detail.value))}
    >
      <View
        className={`entry__pick ${chosen ? '' : 'entry__pick--empty'}`}
        {...accessible({ role: 'button', label: `${label}，${chosen ?? placeholder}` })}
      >
        {chosen ?? placeholder}
      </View>
    </Picker>
  );
}

/** A day, by the phone's own calendar wheel. */
export function PickDate({
  label,
  value,
  onChange,
  from = '1900-01-01',
  to = '2199-12-31',
  placeholder = '点这里选日子',
  shown,
}: PickDateProps) {
  return (
    <Picker mode="date" value={value ?? ''} start={from} end={to} style={{ flex: 1 }} onChange={(event) => onChange(event.detail.value)}>
      <View
        className={`entry__pick ${value ? '' : 'entry__pick--empty'}`}
        {...accessible({ role: 'button', label: `${label}，${shown ?? placeholder}` })}
      >
        {shown ?? placeholder}
      </View>
    </Picker>
  );
}
