/** What a screen reader is told. The names are ours; each platform spells them in its own way. */
export interface Accessible {
  readonly role?: string | undefined;
  readonly label?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly checked?: boolean | undefined;
  readonly selected?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly current?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly modal?: boolean | undefined;
  readonly live?: 'polite' | 'assertive' | undefined;
  readonly level?: number | undefined;
  readonly valueNow?: number | undefined;
  readonly valueMax?: number | undefined;
}

/** @param roleName `role` in a browser, `aria-role` in WeChat. */
export function attributesOf(a: Accessible, roleName: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(a)) {
    if (value === undefined) continue;
    if (name === 'role') out[roleName] = String(value);
    else if (name === 'current') {
      if (value) out['aria-current'] = 'page';
    } else out[`aria-${name.toLowerCase()}`] = String(value);
  }
  return out;
}
