import { halfWidth } from '@/wording/half-width';
import type { EntryProps, PickDateProps, PickProps } from './entry-props';
import './entry-web.scss';

const INPUT_MODES = { words: 'text', number: 'numeric', digit: 'decimal', idcard: 'text' } as const;

/** Plain form controls in the browser: its keyboard, its autofill and its screen reader know them. */
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
  const heard = ({ target }: { target: { value: string } }) => onChange(keyboard === 'words' ? target.value : halfWidth(target.value));
  const shared = {
    className: `entry__native ${long ? 'entry__native--long' : ''} ${className}`,
    value,
    placeholder,
    maxLength,
    'aria-label': label,
    'aria-invalid': invalid,
    onBlur: onLeave,
    onChange: heard,
  };
  return long ? <textarea {...shared} /> : <input {...shared} type="text" inputMode={INPUT_MODES[keyboard]} autoComplete="off" />;
}

export function Pick({ label, options, index, onChange, placeholder = '点这里选', disabled }: PickProps) {
  return (
    <select
      className={`entry__native ${index === undefined ? 'entry__pick--empty' : ''}`}
      aria-label={label}
      value={index ?? ''}
      disabled={disabled}
      onChange={(event) => event.target.value !== '' && onChange(Number(event.target.value))}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {options.map((option, i) => (
        <option key={option} value={i}>
          {option}
        </option>
      ))}
    </select>
  );
}

export function PickDate({ label, value, onChange, from, to }: PickDateProps) {
  return (
    <input
      className={`entry__native ${value ? '' : 'entry__pick--empty'}`}
      type="date"
      aria-label={label}
      value={value ?? ''}
      min={from}
      max={to}
      onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
    />
  );
}
