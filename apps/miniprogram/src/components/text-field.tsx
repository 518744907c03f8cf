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
    </Field>
  );
}
