import { staffApi } from '@assist/contracts';
import { computePayments } from '../services/payment/compute.ts';
import { paymentFile } from '../services/payment/finance-file.ts';
import { freezePayments } from '../services/payment/freeze.ts';
import { givenOnce } from '../services/payment/given-once.ts';
import { importPaymentReturn } from '../services/payment/import-return.ts';
import { differencesPage, linePage, paymentListsOf, readPaymentList } from '../services/payment/read.ts';
import { exportPayments, releasePayments, sendPaymentsBack } from '../services/payment/release.ts';
import type { Staff } from '../services/staff/who.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** The monthly list of payments, from its draft to what the finance office says became of it. */
export function staffPaymentRoutes(on: On): void {
  on(api.oneTimePayments, ({ ctx, who, params }) => givenOnce(ctx, who, params.month));
  on(api.paymentLists, ({ ctx, who }) => paymentListsOf(ctx, who));
  on(api.computePayments, ({ ctx, who, params }) => computePayments(ctx, who, params.month));
  on(api.paymentList, ({ ctx, who, params }) => readPaymentList(ctx, who, params.listId));
  on(api.paymentLines, ({ ctx, who, params, query }) => linePage(ctx, who, params.listId, query));
  on(api.paymentDifferences, ({ ctx, who, params, query }) => differencesPage(ctx, who, params.listId, query.cursor));
  on(api.freezePayments, ({ ctx, who, params, body }) => freezePayments(ctx, who, params.listId, body.hash));
  on(api.sendPaymentsBack, ({ ctx, who, params, body }) => sendPaymentsBack(ctx, who, params.listId, body.reason));
  on(api.releasePayments, ({ ctx, who, params, body }) => releasePayments(ctx, who, params.listId, body.hash));
  on(api.exportPayments, ({ ctx, who, params }) => exportPayments(ctx, who, params.listId));
  on(api.paymentFile, ({ ctx, who, params, query }) => paymentFile(ctx, who, params.listId, query.encoding));
  on(api.importPaymentReturn, async ({ ctx, who, params, body, file }) => {
    const { view, fresh } = await importPaymentReturn(ctx, who, { ...params, ...body, bytes: file });
    return new Answer(view, fresh ? undefined : OK);
  });
}
