import { useState } from 'react';
import { TextField } from './text-field';

/** Square metres as they were typed: 89. on the way to 89.5 keeps its point. Too large or no number is nothing said. */
export function SquareMetres({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  // A draft that was opened meanwhile replaces what stands there; what is being typed stays.
  const shown = metresOf(text) === value ? text : value === undefined ? '' : String(value);
  return (
    <TextField
      label={label}
      hint="不知道就空着"
      keyboard="digit"
      maxLength={8}
      value={shown}
      onChange={(typed) => {
        setText(typed);
        onChange(metresOf(typed));
      }}
    />
  );
}

function metresOf(text: string): number | undefined {
  const metres = Number.parseFloat(text);
  return Number.isFinite(metres) && metres >= 0 ? Math.min(100_000, metres) : undefined;
}
