import type { HelperGrant, HelperKind, HelperVerb } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { and, count, eq, gt, gte, isNotNull, isNull, or } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { clearCode, normaliseCode } from '../../crypto/codes.ts';
import { helperGrants } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { type GrantRow, helperPlace } from './row.ts';
import { grantView } from './view.ts';

/** Ours: half a year at most, then it is asked for again. */
const MOST_DAYS = 184;
const INVITE_KEPT_MS = 7 * 24 * 3_600_000;
/** More helpers than anybody has at a time. */
const MOST_HELPERS = 10;

export interface ToInvite {
  readonly grantId: string;
  readonly name: string;
  readonly kind: HelperKind;
  readonly verbs: readonly HelperVerb[];
  readonly until: CivilDate;
}

/** Twelve letters of 31: it can be read out on the phone, and an hour of guessing finds nothing. */
const CODE_LENGTH = 12;

export const inviteHash = (ctx: Context, code: string): Buffer => ctx.hash.find('helper-invite', normaliseCode(code));

/**
 * Asks somebody to help, by verbs and until a day. The invitation opens once; only its keyed hash is kept. In the caller's transaction.
 * @throws ServiceProblem `form-invalid`, `too-many-requests`, `conflict` (the id is taken), `signature-missing` (the notice)
 */
export async function inviteHelper(
  tx: Context,
  who: Resident,
  asked: ToInvite,
): Promise<{ token: string; until: string; grant: HelperGrant }> {
  await requireNotice(tx, who.accountId);
  const at = now(tx);
  const today = dayInShanghai(at.getTime());
  if (asked.until < today || asked.until > addDays(today, MOST_DAYS))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'until', sentence: '选今天以后、半年以内的一天' }] });
  const [open] = await tx.db
    .select({ n: count() })
    .from(helperGrants)
    .where(
      and(
        eq(helperGrants.personAccountId, who.accountId),
        isNull(helperGrants.endedAt),
        gte(helperGrants.untilDay, today),
        or(isNotNull(helperGrants.acceptedAt), gt(helperGrants.inviteExpires, at)),
      ),
    );
  if ((open?.n ?? 0) >= MOST_HELPERS) throw new ServiceProblem('too-many-requests');
  const token = clearCode(CODE_LENGTH);
  const expires = new Date(at.getTime() + INVITE_KEPT_MS);
  const [row] = await tx.db
    .insert(helperGrants)
    .values({
      id: asked.grantId,
      personAccountId: who.accountId,
      helperSealed: tx.cipher.seal(helperPlace(asked.grantId), asked.name),
      kind: asked.kind,
      verbs: [...new Set(asked.verbs)],
      fromDay: today,
      untilDay: asked.until,
      begunBy: 'person',
      inviteHash: inviteHash(tx, token),
      inviteExpires: expires,
      madeAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new ServiceProblem('conflict');
  await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'helper-invited', object: ['helper', asked.grantId] });
  return { token, until: instantText(expires), grant: grantView(tx, row as GrantRow, []) };
}
