import { type DraftForm, FORM_VERSION } from '@assist/contracts';

/** Carries a stored draft from one version of the form to the next. Nothing a person typed may get lost on the way. */
export interface Migration {
  readonly from: number;
  /** What changed, and where the old answers go. */
  readonly what: string;
  step(form: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** The steps and the version they lead to: those of this app, others in a test. */
export interface FormVersions {
  readonly migrations: readonly Migration[];
  readonly target: number;
}

/** In order, without a hole: `from` 1, 2, 3 … up to the version before the current one. Empty while the first version is in use. */
export const MIGRATIONS: readonly Migration[] = [];
export const CURRENT: FormVersions = { migrations: MIGRATIONS, target: FORM_VERSION };

/**
 * A draft in the current version. What no step knows stays as it is.
 * @returns undefined when it cannot be carried: written by a newer version of the mini-program, or a step does not get on with it. It must
 * then be left as it is, never overwritten and never thrown away.
 */
export function carryForward(
  stored: Readonly<Record<string, unknown>>,
  { migrations, target }: FormVersions = CURRENT,
): DraftForm | undefined {
  let form: Record<string, unknown> = { ...stored };
  let version = typeof form.formVersion === 'number' ? form.formVersion : 1;
  if (version > target) return undefined;
  while (version < target) {
    const migration = migrations.find((m) => m.from === version);
    if (!migration) return undefined;
    version += 1;
    try {
      form = { ...migration.step(form), formVersion: version };
    } catch {
      return undefined;
    }
  }
  return { ...form, formVersion: version } as DraftForm;
}
