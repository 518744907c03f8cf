import { isCivilDate } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { dayInWords } from '@/wording/day';
import { PickDate } from './entry';
import { EntryBox } from './entry-box';
import { Field, type FieldProps } from './field';

export interface DateFieldProps extends FieldProps {
  readonly value: CivilDate | undefined;
  readonly onChange: (value: CivilDate) => void;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** A calendar day, picked and never typed. */
export function DateField({ label, aside, hint, problem, value, onChange, from, to }: DateFieldProps) {
  return (
    <Field label={label} {...(aside && { aside })} {...(hint && { hint })} problem={problem}>
      <EntryBox problem={Boolean(problem)} icon="calendar">
        <PickDate
          label={label}
          value={value}
          shown={value && dayInWords(value)}
          {...(from && { from })}
          {...(to && { to })}
          onChange={(text) => isCivilDate(text) && onChange(text)}
        />
      </EntryBox>
    </Field>
  );
}
