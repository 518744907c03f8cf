import type { ApplicationForm, Paper } from '@assist/contracts';
import { ageOn, type CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts, submissions } from '../../db/schema.ts';
import { numberHash, paperOf } from '../account/account.ts';
import { formPlace } from '../application/sealed-places.ts';
import { caseById } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import type { RunRow } from '../procedure/record.ts';

/** Somebody whose affairs a cross-check may be about. */
export interface CheckMember {
  readonly memberId: string;
  readonly name: string;
  readonly number?: string;
  readonly hash?: Buffer;
  /** Under 18: signs nothing and is not asked about. */
  readonly child: boolean;
}

const ADULT_YEARS = 18;

/** The household of a run: of the application as it was sent, or of the case as it is now. */
export async function membersOfRun(tx: Context, run: Pick<RunRow, 'applicationId' | 'caseId'>): Promise<CheckMember[]> {
  if (run.applicationId) return ofApplication(tx, run.applicationId);
  const opened = run.caseId ? await caseById(tx, run.caseId) : undefined;
  return (opened?.members ?? []).map(({ memberId, person }) => member(tx, memberId, person.name, person.paper, person.birthDate));
}

async function ofApplication(tx: Context, applicationId: string): Promise<CheckMember[]> {
  const [sent] = await tx.db.select().from(submissions).where(eq(submissions.applicationId, applicationId));
  if (!sent) return [];
  const form = tx.cipher.openJson<ApplicationForm>(formPlace(applicationId), sent.formSealed);
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, sent.accountId));
  return form.members.map((one) => {
    // The applicant's paper is on the account, not in the form.
    const paper = one.id === 'm1' && account ? paperOf(tx, account) : one.paper;
    return member(tx, one.id, one.name, paper, one.birthDate);
  });
}

function member(tx: Context, memberId: string, name: string, paper: Paper | undefined, born: CivilDate | undefined): CheckMember {
  const number = paper?.kind === 'resident-identity' ? paper.number : undefined;
  const hash = paper && numberHash(tx, paper);
  return {
    memberId,
    name,
    ...(number && { number }),
    ...(hash && { hash }),
    child: born !== undefined && ageOn(born, dayInShanghai(tx.clock())) < ADULT_YEARS,
  };
}
