import { Segments } from './choice';
import { Field, type FieldProps } from './field';

/** Yes or no; neither is an answer too, and stands as "not said yet". */
export function YesNo({
  value,
  onChange,
  yes = '有',
  no = '没有',
  ...field
}: FieldProps & {
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
  readonly yes?: string;
  readonly no?: string;
}) {
  return (
    <Field {...field}>
      <Segments
        label={field.label}
        value={value === undefined ? undefined : value ? 'yes' : 'no'}
        onChange={(v) => onChange(v === 'yes')}
        options={[
          { value: 'no', title: no },
          { value: 'yes', title: yes },
        ]}
      />
    </Field>
  );
}
