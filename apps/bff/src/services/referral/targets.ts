import type { ReferralTarget } from '@assist/contracts';
import type { DivisionCode, Receipt } from '@assist/policy';
import { BENEFITS, clausesIn } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { submissions } from '../../db/schema.ts';
import { assessmentPlace } from '../application/sealed-places.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';

/** Told that one may be entitled, and helped to apply (YMF12-7b, JLP53-5-4d): followed like every other referral. */
export const APPLY = 'apply';

const HELP_TO_APPLY = {
  id: APPLY,
  title: '帮着申请社会救助',
  about: '可能符合，镇上告诉您、帮您申请。',
  handledBy: '镇街',
  clauses: ['YMF12-7b', 'JLP53-5-4d', 'JLP53-6-6a'],
} as const;

/** Where somebody can be referred to: the referrals of the policy package, and help to apply. */
const TARGETS = [HELP_TO_APPLY, ...BENEFITS.filter((one) => one.group === 'referral')];

/** As its district cites it. */
export function referralTarget(id: string, district: string): ReferralTarget | undefined {
  const found = TARGETS.find((one) => one.id === id);
  if (!found) return undefined;
  const { title, about, handledBy, clauses } = found;
  return { id, title, about, handledBy, clauses: citations(clausesIn(clauses, district as DivisionCode)) };
}

/** All of them; first those that the stored assessment of the application found worth asking (JLP53-6-6b, 6d). Nothing is computed anew. */
export async function targetsFor(
  ctx: Context,
  district: string,
  applicationId: string | null,
): Promise<(ReferralTarget & { readonly suggested: boolean })[]> {
  const found = applicationId ? await foundWorthAsking(ctx, applicationId) : new Set<string>();
  return TARGETS.flatMap((one) => {
    const target = referralTarget(one.id, district);
    return target ? [{ ...target, suggested: found.has(one.id) }] : [];
  }).sort((a, b) => Number(b.suggested) - Number(a.suggested));
}

async function foundWorthAsking(ctx: Context, applicationId: string): Promise<Set<string>> {
  const [sent] = await ctx.db
    .select({ sealed: submissions.assessmentSealed })
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId));
  if (!sent) return new Set();
  const { findings } = ctx.cipher.openJson<Receipt>(assessmentPlace(applicationId), sent.sealed);
  return new Set(findings.filter(({ verdict }) => verdict === 'met' || verdict === 'for-officer').map((one) => one.rule));
}
