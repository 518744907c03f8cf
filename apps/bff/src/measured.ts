// What the benchmarks measure of this room: the verbs themselves, on a database that the benchmark fills.
export { compose } from './compose.ts';
export { caseFilePage } from './services/case-file/list.ts';
export { nextReview } from './services/case-file/next-dates.ts';
export { readCaseFile } from './services/case-file/read.ts';
export { computePayments } from './services/payment/compute.ts';
export { paymentFile } from './services/payment/finance-file.ts';
export { freezePayments } from './services/payment/freeze.ts';
export { exportPayments, releasePayments } from './services/payment/release.ts';
export { readRun } from './services/procedure/list.ts';
export { openRun } from './services/procedure/open-by-hand.ts';
export { claimNext } from './services/queue/claim.ts';
export { itemPersonPlace } from './services/queue/item-view.ts';
export { queuePage } from './services/queue/page.ts';
export { checkImport } from './services/register/check-import.ts';
export { confirmImport } from './services/register/confirm-import.ts';
export { finishImport } from './services/register/finish-imports.ts';
export { startDueReminders } from './services/reminder/start.ts';
export { settleSignal } from './services/signal/settle.ts';
