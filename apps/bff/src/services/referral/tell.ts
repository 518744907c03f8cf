import type { MessageKind, REFERRAL_STEPS } from '@assist/contracts';
import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { referralTarget } from './targets.ts';
import type { ReferralRow } from './view.ts';

type ReferralMessage = Extract<MessageKind, `referral-${string}`>;
const TOLD: Partial<Record<(typeof REFERRAL_STEPS)[number], ReferralMessage>> = {
  asked: 'referral-asked',
  sent: 'referral-sent',
  granted: 'referral-ended',
  'not-fitting': 'referral-ended',
};

/** Tells the people of a referral what just happened to it. Their own "no" is not told back. */
export async function tellAboutReferral(
  tx: Context,
  row: ReferralRow,
  step: (typeof REFERRAL_STEPS)[number],
  accountIds: readonly string[],
): Promise<void> {
  const kind = TOLD[step];
  if (!kind || accountIds.length === 0) return;
  const { name: office } = await officeOf(tx, row.officeId);
  const what = referralTarget(row.target, row.district)?.title ?? '';
  for (const accountId of accountIds)
    await tellAccount(tx, {
      accountId,
      kind,
      params: { office, what },
      subject: { kind: 'referral', id: row.id },
      officeId: row.officeId,
      source: `referral:${row.id}:${step}:${row.cameBack}:${accountId}`,
    });
}
