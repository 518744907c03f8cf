export interface EntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  /** Which keyboard: words, whole numbers, money, identity number. */
  readonly keyboard?: 'words' | 'number' | 'digit' | 'idcard';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly long?: boolean;
  readonly invalid?: boolean;
  readonly className?: string;
}

export interface PickProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly index: number | undefined;
  readonly onChange: (index: number) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export interface PickDateProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or nothing yet. */
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly from?: string;
  readonly to?: string;
  readonly placeholder?: string;
  /** How the chosen day is read. */
  readonly shown: string | undefined;
}
