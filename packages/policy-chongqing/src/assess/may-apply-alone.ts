import type { Finding, Receipt, Verdict } from '@assist/policy';

/** Somebody who may apply by themselves (单人户), and how the rules stand to it: nothing else is offered. */
export interface AloneStanding {
  /** Absent: the texts name no particular person; the family says who it is. */
  readonly member?: string;
  readonly verdict: Extract<Verdict, 'met' | 'for-officer'>;
  /** Ids of the forms that fit, e.g. `single-application/adult-severe`. */
  readonly forms: readonly string[];
}

const SINGLE = 'single-application';
const WHOLE = 'subsistence-allowance';

/**
 * Who of a family may apply alone (MCA57-8, YM239-1-1e, YM239-1-4b, SAL2026-21), as an assessment found it. Nobody where the whole family
 * fits: then no member is taken out of it (YM239-1-1c). Whoever is named may choose either way.
 */
export function mayApplyAlone({ findings }: Pick<Receipt<unknown>, 'findings'>): AloneStanding[] {
  if (wholeFits(findings.find((f) => f.rule === WHOLE))) return [];
  const single = findings.find((f) => f.rule === SINGLE);
  const people = new Map<string | undefined, { verdict: AloneStanding['verdict']; forms: string[] }>();
  for (const form of single?.children ?? []) {
    if (!fits(form.verdict)) continue;
    const named = peopleIn(form);
    // A family that is left to an officer leaves everybody in it to one.
    for (const [member, verdict] of named.size > 0 ? named : [[undefined, form.verdict] as const]) {
      const before = people.get(member);
      const now = form.verdict === 'met' && verdict === 'met' ? 'met' : 'for-officer';
      people.set(member, {
        verdict: before?.verdict === 'met' ? 'met' : now,
        forms: [...(before?.forms ?? []), form.rule],
      });
    }
  }
  return [...people].map(([member, standing]) => ({ ...(member !== undefined && { member }), ...standing }));
}

/** Spending is left to an officer in every family (F1-48): it says nothing about this one. */
const wholeFits = (whole: Finding | undefined): boolean =>
  whole?.children.every((limb) => limb.verdict === 'met' || limb.rule === `${WHOLE}/spending`) ?? false;

const fits = (verdict: Verdict): verdict is AloneStanding['verdict'] => verdict === 'met' || verdict === 'for-officer';

/** Whom a form fits, by the findings that name them; each once. */
function peopleIn(form: Finding, into = new Map<string, AloneStanding['verdict']>()): Map<string, AloneStanding['verdict']> {
  for (const child of form.children) {
    if (child.member === undefined) peopleIn(child, into);
    else if (fits(child.verdict)) into.set(child.member, child.verdict);
  }
  return into;
}
