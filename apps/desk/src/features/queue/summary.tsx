import type { DueSummary } from './lists.ts';

function Count({ n, atLeast, says }: { readonly n: number; readonly atLeast: boolean; readonly says: string }) {
  return (
    <span>
      {atLeast && '至少 '}
      <b>{n}</b> {says}
    </span>
  );
}

/** How pressing it is, in one line. */
export function Summary({ summary: s, waiting }: { readonly summary: DueSummary; readonly waiting: boolean }) {
  return (
    <p className="summary">
      <Count n={s.past} atLeast={s.atLeast.past} says="件这步超期" />
      <Count n={s.today} atLeast={s.atLeast.today} says="件这步今天到期" />
      <Count n={s.withinThree} atLeast={s.atLeast.withinThree} says="件 3 天内到期" />
      {waiting && <Count n={s.waiting} atLeast={s.atLeast.waiting} says="件等群众补（照走）" />}
    </p>
  );
}
