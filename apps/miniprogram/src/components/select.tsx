import { Pick } from './entry';
import { EntryBox } from './entry-box';
import { Field, type FieldProps } from './field';

/** One of a longer list, by the phone's own wheel. */
export function Select<T extends string>({
  options,
  value,
  onChange,
  placeholder,
  ...field
}: FieldProps & {
  readonly options: Readonly<Record<T, string>>;
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
}) {
  const keys = Object.keys(options) as T[];
  const index = value === undefined ? undefined : keys.indexOf(value);
  return (
    <Field {...field}>
      <EntryBox icon="chevron-down">
        <Pick
          label={field.label}
          options={keys.map((k) => options[k])}
          index={index}
          {...(placeholder !== undefined && { placeholder })}
          onChange={(i) => onChange(keys[i] as T)}
        />
      </EntryBox>
    </Field>
  );
}
