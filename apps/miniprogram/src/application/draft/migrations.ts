import { type DraftForm, FORM_VERSION } from '@assist/contracts';

/** Carries a stored draft from one version of the form to the next. Nothing a person typed may get lost on the way. */
export interface Migration {
  readonly from: number;
  /** What changed, and where the old answers go. */
  readonly what: string;
  step(form: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** In order, without a hole: `from` 1, 2, 3 … up to the version before the current one. Empty while the first version is in use. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * A draft in the current version.
 * @returns undefined when it was written by a newer version of the mini-program: it must then be left as it is, never overwritten.
 */
export function carryForward(
  stored: Readonly<Record<string, unknown>>,
  migrations: readonly Migration[] = MIGRATIONS,
  target: number = FORM_VERSION,
): DraftForm | undefined {
  let form: Record<string, unknown> = { ...stored };
  let version = typeof form.formVersion === 'number' ? form.formVersion : 1;
  if (version > target) return undefined;
  while (version < target) {
    const migration = migrations.find((m) => m.from === version);
    if (!migration) throw new Error(`no step from form version ${version}`);
    version += 1;
    form = { ...migration.step(form), formVersion: version };
  }
  return { ...form, formVersion: version } as DraftForm;
}
