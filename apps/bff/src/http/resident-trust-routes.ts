import { residentApi } from '@assist/contracts';
import { readWorking } from '../services/application/working.ts';
import { countCheck, lookAtCertificate } from '../services/certificate/check.ts';
import { issueCertificate } from '../services/certificate/issue.ts';
import { takeBackCertificate } from '../services/certificate/take-back.ts';
import { listCertificates } from '../services/certificate/view.ts';
import { closeAccount } from '../services/my-data/close-account.ts';
import { myDataCopy } from '../services/my-data/copy.ts';
import { deleteUnsent } from '../services/my-data/delete-unsent.ts';
import { myData } from '../services/my-data/view.ts';
import { checkOwnCode } from '../services/own-code/check.ts';
import { forgetOwnCode } from '../services/own-code/forget.ts';
import { setOwnCode } from '../services/own-code/set.ts';
import { standingOf } from '../services/own-code/standing.ts';
import type { Resident } from '../services/session/authenticate.ts';
import { Answer, type Handle, type PreparedHandle } from './mount.ts';

const OK = 200;
const nothing = (done: Promise<void>): Promise<undefined> => done.then(() => undefined);
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;
type OnPrepared = <E extends (typeof api)[keyof typeof api], P>(e: E, handle: PreparedHandle<E, Resident, P>) => void;

/** What is in force, on paper for others; what is kept of a person, and who looked. */
export function residentTrustRoutes(on: On, onPrepared: OnPrepared): void {
  on(api.certificates, ({ ctx, who }) => listCertificates(ctx, who));
  on(api.issueCertificate, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await issueCertificate(ctx, who, params.certificateId, body.caseId);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.takeBackCertificate, ({ ctx, who, params }) => nothing(takeBackCertificate(ctx, who, params.certificateId)));
  // The first part may be read from a replica.
  onPrepared(api.checkCertificate, {
    before: ({ ctx, body }) => lookAtCertificate(ctx, body.code),
    handle: ({ ctx, prepared }) => countCheck(ctx, prepared),
  });
  on(api.myData, ({ ctx, who }) => myData(ctx, who));
  on(api.myDataCopy, ({ ctx, who }) => myDataCopy(ctx, who));
  on(api.deleteUnsent, ({ ctx, who }) => nothing(deleteUnsent(ctx, who)));
  on(api.closeAccount, ({ ctx, who }) => closeAccount(ctx, who));
  on(api.ownCode, ({ who }) => Promise.resolve(standingOf(who.account)));
  on(api.setOwnCode, ({ ctx, who, body }) => setOwnCode(ctx, who, body));
  on(api.checkOwnCode, ({ ctx, who, body }) => checkOwnCode(ctx, who, body.code));
  on(api.forgetOwnCode, ({ ctx, who, body }) => forgetOwnCode(ctx, who, body.lastSix));
  on(api.applicationWorking, ({ ctx, who, params }) => readWorking(ctx, who, params.applicationId));
}
