import type { DeclaredAssumption } from '@assist/policy';
import { ALERT } from './alert/alert.ts';
import { ALERT_ASSUMPTIONS } from './alert/assumptions.ts';
import { APPLICATION, DESTITUTE_APPLICATION, RIGID_APPLICATION } from './application/application.ts';
import { SMALL_SUM_FIRST, TEMPORARY } from './application/temporary.ts';
import { AFTER_ABSENCE } from './change/after-absence.ts';
import { AFTER_DEATH } from './change/after-death.ts';
import { CHANGE_ASSUMPTIONS } from './change/assumptions.ts';
import { EXIT } from './change/exit.ts';
import { CUT, STOP } from './change/lowering.ts';
import { RAISE } from './change/raise.ts';
import { TAPER } from './change/taper.ts';
import { CLOCK_ASSUMPTIONS } from './clocks/index.ts';
import { CHECK_FOR_ELSEWHERE } from './elsewhere.ts';
import type { Procedure } from './kernel/procedure.ts';
import { REAL_NAME_REPORT } from './report.ts';
import { REVIEW_ASSUMPTIONS } from './review/assumptions.ts';
import { REVIEW } from './review/review.ts';

/** Every procedure there is, the national and city form; `inDistrict` lays a district's overlays over it. */
export const PROCEDURES: readonly Procedure[] = [
  APPLICATION,
  DESTITUTE_APPLICATION,
  RIGID_APPLICATION,
  TEMPORARY,
  SMALL_SUM_FIRST,
  REVIEW,
  RAISE,
  CUT,
  STOP,
  TAPER,
  AFTER_DEATH,
  AFTER_ABSENCE,
  EXIT,
  ALERT,
  REAL_NAME_REPORT,
  CHECK_FOR_ELSEWHERE,
];

export function procedure(id: string): Procedure | undefined {
  return PROCEDURES.find((one) => one.id === id);
}

/** Everything about procedure that no document found says, and what was decided instead. */
export const PROCEDURE_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  ...CLOCK_ASSUMPTIONS,
  ...CHANGE_ASSUMPTIONS,
  ...REVIEW_ASSUMPTIONS,
  ...ALERT_ASSUMPTIONS,
];
