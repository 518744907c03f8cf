import * as z from 'zod/mini';
import { openEnum, otherKind } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { STATEMENT_IDS } from '../statements/statement.ts';
import { endpoint } from './endpoint.ts';
import { citationSchema, citedSentenceSchema, findingSchema } from './views.ts';

const certifiedBenefitSchema = z.object({ title: z.string(), since: civilDateSchema });

/** All that stands on a certificate, and all that whoever checks it sees. No amount, no address, no other member. */
export const certificateFaceSchema = z.object({
  holder: z.string(),
  /** First and last character of the number, to compare with a card. */
  maskedNumber: z.optional(z.string()),
  benefits: z.array(certifiedBenefitSchema).check(z.minLength(1)),
  office: z.string(),
  issuedOn: civilDateSchema,
  /** Its last day. */
  validUntil: civilDateSchema,
});
export type CertificateFace = z.output<typeof certificateFaceSchema>;

export const certificateSchema = z.object({
  certificateId: idSchema,
  face: certificateFaceSchema,
  /** To be given to whoever asks; only while it is good. */
  code: z.optional(z.string()),
  state: openEnum(['valid', 'over', 'taken-back', 'benefit-ended']),
  sentence: citedSentenceSchema,
  /** How often somebody looked it up by its code. */
  checks: z.number(),
});
export type CertificateView = z.output<typeof certificateSchema>;

export const certificatesSchema = z.object({
  possible: z.array(z.object({ caseId: idSchema, office: z.string(), benefits: z.array(certifiedBenefitSchema) })),
  given: z.array(certificateSchema),
  notShown: z.optional(openEnum(['not-verified', 'not-in-register', 'nothing-in-force'])),
  sentence: citedSentenceSchema,
});
export type CertificatesView = z.output<typeof certificatesSchema>;

/** One answer for a code that is unknown, past its time, taken back, or whose benefit ended: it tells nothing of anybody. */
export const certificateCheckSchema = z.union([
  z.object({ kind: z.literal('valid'), face: certificateFaceSchema, sentence: citedSentenceSchema }),
  z.object({ kind: z.literal('not-found'), sentence: citedSentenceSchema }),
  z.object({ kind: otherKind(['valid', 'not-found']), sentence: citedSentenceSchema }),
]);
export type CertificateCheck = z.output<typeof certificateCheckSchema>;

export const KEPT_THINGS = [
  'account',
  'drafts',
  'unsent-files',
  'applications',
  'changes',
  'register',
  'messages',
  'certificates',
  'relays',
  'helpers',
  'doors',
  'urgent',
  'complaints',
  'notes',
] as const;
export const keptSchema = z.object({
  id: openEnum(KEPT_THINGS),
  title: z.string(),
  count: z.number(),
  /** What the person may take away here. */
  deletable: z.boolean(),
  sentence: citedSentenceSchema,
});
export type KeptView = z.output<typeof keptSchema>;

/** Who looked, by post: no clerk's name. */
export const readSchema = z.object({ at: instantSchema, who: z.string(), what: z.string(), why: z.string() });
export type ReadView = z.output<typeof readSchema>;

export const myDataSchema = z.object({ kept: z.array(keptSchema), reads: z.array(readSchema), readsSentence: citedSentenceSchema });
export type MyDataView = z.output<typeof myDataSchema>;

const anything = z.record(z.string(), z.unknown());
/** Everything of this person in one piece; numbers of papers and phones are masked. */
export const myDataCopySchema = z.object({
  madeAt: instantSchema,
  account: anything,
  consents: z.array(
    z.object({ statement: openEnum(STATEMENT_IDS), title: z.string(), at: instantSchema, withdrawnAt: z.optional(instantSchema) }),
  ),
  drafts: z.array(anything),
  applications: z.array(anything),
  changes: z.array(anything),
  family: z.array(anything),
  decisions: z.array(anything),
  /** Consents of the family that were asked for, and what was signed in one's name. */
  relays: z.array(anything),
  helpers: z.array(anything),
  /** What an assistant wrote down at the door. */
  doors: z.array(anything),
  urgent: z.array(anything),
  /** Reports and complaints under one's own name; an anonymous one belongs to nobody here. */
  complaints: z.array(anything),
  /** Calls and visits a clerk wrote down: that there is one and of which day. */
  notes: z.optional(z.array(anything)),
  reads: z.array(readSchema),
});
export type MyDataCopy = z.output<typeof myDataCopySchema>;

export const accountClosedSchema = z.object({ deleted: z.array(z.string()), stays: z.array(citedSentenceSchema) });
export type AccountClosed = z.output<typeof accountClosedSchema>;

/** How an application was worked out on the day it came in, as it was stored: no rule runs to show it. */
export const workingSchema = z.object({
  assessedOn: civilDateSchema,
  packageVersion: z.string(),
  findings: z.array(findingSchema),
  notices: z.array(z.object({ sentence: z.string(), clauses: z.array(citationSchema) })),
});
export type WorkingView = z.output<typeof workingSchema>;

const byId = z.object({ certificateId: idSchema });

export const residentTrustApi = {
  certificates: endpoint({
    id: 'certificates',
    method: 'GET',
    path: '/api/certificates',
    summary: '我的救助证明：能开什么、开过什么',
    who: 'account',
    status: 200,
    answer: certificatesSchema,
  }),
  issueCertificate: endpoint({
    id: 'issueCertificate',
    method: 'PUT',
    path: '/api/certificates/{certificateId}',
    summary: '开一张救助证明，写明正在领什么；只给核过身份的人',
    who: 'account',
    status: 201,
    params: byId,
    body: z.object({ caseId: idSchema }),
    answer: certificateSchema,
  }),
  takeBackCertificate: endpoint({
    id: 'takeBackCertificate',
    method: 'DELETE',
    path: '/api/certificates/{certificateId}',
    summary: '收回一张证明，码马上不作数',
    who: 'account',
    status: 204,
    params: byId,
  }),
  /** A POST, so that the code stands in no address. */
  checkCertificate: endpoint({
    id: 'checkCertificate',
    method: 'POST',
    path: '/api/certificate-checks',
    summary: '凭码核一张证明，不用登录；只看得到证明上写的',
    who: 'anyone',
    status: 200,
    body: z.object({ code: words(40).check(z.minLength(1, '请写上码')) }),
    answer: certificateCheckSchema,
  }),
  myData: endpoint({
    id: 'myData',
    method: 'GET',
    path: '/api/my-data',
    summary: '存着我的什么，谁看过、为什么',
    who: 'account',
    status: 200,
    answer: myDataSchema,
  }),
  myDataCopy: endpoint({
    id: 'myDataCopy',
    method: 'GET',
    path: '/api/my-data/copy',
    summary: '我的资料，整份取走',
    who: 'account',
    status: 200,
    answer: myDataCopySchema,
  }),
  deleteUnsent: endpoint({
    id: 'deleteUnsent',
    method: 'DELETE',
    path: '/api/my-data/unsent',
    summary: '删掉没交的：草稿和没交的照片',
    who: 'account',
    status: 204,
  }),
  closeAccount: endpoint({
    id: 'closeAccount',
    method: 'POST',
    path: '/api/my-data/closing',
    summary: '注销账户；依法要留的留下，并说明',
    who: 'account',
    status: 200,
    key: 'header',
    answer: accountClosedSchema,
  }),
  applicationWorking: endpoint({
    id: 'applicationWorking',
    method: 'GET',
    path: '/api/applications/{applicationId}/working',
    summary: '这份申请当时是怎么算的',
    who: 'account',
    status: 200,
    params: z.object({ applicationId: idSchema }),
    answer: workingSchema,
  }),
} as const;
