import type { CertificateFace } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { addDays } from '@assist/policy';
import { RECIPIENTS, type Recipient } from '@assist/policy-chongqing';
import { dayInShanghai } from '../../clock.ts';
import { normaliseCode } from '../../crypto/codes.ts';
import type { certificates } from '../../db/schema.ts';
import { maskedNumber } from '../account/mask.ts';
import { type OpenCase, openedMember } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { CERTIFICATE_DAYS } from './assumptions.ts';

export type CertificateRow = typeof certificates.$inferSelect;

/** What is sealed: the face, and which benefits it names, to ask the case for later. */
export interface SealedFace {
  readonly face: CertificateFace;
  readonly kinds: readonly string[];
}

export const facePlace = (id: string): string => `certificate.face:${id}`;
export const certificateCodePlace = (id: string): string => `certificate.code:${id}`;
export const certificateHash = (ctx: Context, code: string): Buffer => ctx.hash.find('certificate-code', normaliseCode(code));

/** Benefits of the household and of this member, not of others. */
export const benefitsFor = ({ benefits }: OpenCase, memberId: string) =>
  benefits.filter((one) => one.memberId === '' || one.memberId === memberId);

/** What a certificate made today would say of this member. */
export async function faceOf(ctx: Context, opened: OpenCase, memberId: string): Promise<SealedFace> {
  const member = openedMember(opened, memberId);
  const { person } = member;
  const today = dayInShanghai(ctx.clock());
  const mine = benefitsFor(opened, memberId);
  return {
    kinds: mine.map((one) => one.kind),
    face: {
      holder: person.name,
      ...(person.paper.kind !== 'none-yet' && { maskedNumber: maskedNumber(person.paper.number) }),
      benefits: mine.map((one) => ({ title: RECIPIENTS[one.kind as Recipient], since: one.since as CivilDate })),
      office: (await officeOf(ctx, opened.row.officeId)).name,
      issuedOn: today,
      validUntil: addDays(today, CERTIFICATE_DAYS - 1),
    },
  };
}

/** Whether all that a certificate names is still in force for this member. */
export function stillHolds(opened: OpenCase | undefined, memberId: string, kinds: readonly string[]): boolean {
  if (!opened?.members.some((one) => one.memberId === memberId)) return false;
  const now = benefitsFor(opened, memberId).map((one) => one.kind);
  return kinds.every((kind) => now.includes(kind));
}
