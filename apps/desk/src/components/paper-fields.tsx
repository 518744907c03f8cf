import { Checkbox, Input, Select } from 'antd';
import { PAPER_CHOICES, type PaperOnHand } from './paper-on-hand.ts';

interface Seen extends PaperOnHand {
  /** She looked at the original, and at who brought it; not asked where what she does says so by itself. */
  readonly saw?: boolean;
}

/** Which paper lies before the clerk, and its number. @param id begins the names of its fields on this page */
export function PaperFields({
  id,
  value,
  problems = {},
  onChange,
}: {
  readonly id: string;
  readonly value: Seen;
  readonly problems?: Partial<Record<'number' | 'saw', string>>;
  readonly onChange: (part: Partial<Seen>) => void;
}) {
  return (
    <>
      <label htmlFor={`${id}-kind`}>看的是哪种证件</label>
      <Select id={`${id}-kind`} value={value.kind} options={PAPER_CHOICES} onChange={(kind) => onChange({ kind })} />
      <label htmlFor={`${id}-number`}>证件号码，照原件写</label>
      <Input
        id={`${id}-number`}
        className="nums"
        value={value.number}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-number-note`}
        {...(problems.number && { status: 'error' as const })}
        onChange={(e) => onChange({ number: e.target.value })}
      />
      <p className="field-note" id={`${id}-number-note`}>
        {problems.number}
      </p>
      {value.saw !== undefined && (
        <>
          <Checkbox checked={value.saw} onChange={(e) => onChange({ saw: e.target.checked })} aria-describedby={`${id}-saw-note`}>
            我看过证件原件，是他本人
          </Checkbox>
          <p className="field-note" id={`${id}-saw-note`}>
            {problems.saw}
          </p>
        </>
      )}
    </>
  );
}
