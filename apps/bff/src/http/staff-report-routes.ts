import { staffApi } from '@assist/contracts';
import { readReport, reportFile } from '../services/report/read.ts';
import type { Staff } from '../services/staff/who.ts';
import type { Handle } from './mount.ts';

const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** What goes to the district and the city: counts of a year. */
export function staffReportRoutes(on: On): void {
  on(api.report, ({ ctx, who, params }) => readReport(ctx, who, params.kind));
  on(api.reportFile, ({ ctx, who, params }) => reportFile(ctx, who, params.kind));
}
