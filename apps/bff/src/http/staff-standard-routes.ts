import { staffApi } from '@assist/contracts';
import type { Staff } from '../services/staff/who.ts';
import { readStandardRun, standards } from '../services/standard/read.ts';
import { startStandardRun } from '../services/standard/start.ts';
import { stepStandardRun } from '../services/standard/step.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** A new standard is a run over all cases. */
export function staffStandardRoutes(on: On): void {
  on(api.standards, ({ ctx, who }) => standards(ctx, who));
  on(api.startStandardRun, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await startStandardRun(ctx, who, params.standardRunId, body.standardFrom);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.standardRun, ({ ctx, who, params, query }) => readStandardRun(ctx, who, params.standardRunId, query));
  on(api.stepStandardRun, ({ ctx, who, params, body }) => stepStandardRun(ctx, who, params.standardRunId, body));
}
