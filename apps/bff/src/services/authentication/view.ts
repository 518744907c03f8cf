import type { AuthenticationView, CitedSentence } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CONTACTS } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { caseMembers } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf, officeView } from '../place/offices.ts';
import type { AuthenticationRow, Detail } from './count-contact.ts';
import { authenticationPlace } from './sealed-places.ts';
import type { PersonOnPaper } from './whom.ts';
import { BY_WORDS, dayWords } from './words.ts';

/** What a record says to who may see it. `mayKnow`: what the register says too (the township it is in, the next date). */
export async function authenticationView(ctx: Context, row: AuthenticationRow, mayKnow: boolean): Promise<AuthenticationView> {
  const { name } = ctx.cipher.openJson<PersonOnPaper>(authenticationPlace.person(row.id), row.personSealed);
  const { names, where } = ctx.cipher.openJson<Detail>(authenticationPlace.detail(row.id), row.detailSealed);
  const nextDue = mayKnow && row.state === 'counted' ? await nextDueOf(ctx, row) : undefined;
  return {
    authenticationId: row.id,
    number: row.number,
    state: row.state,
    whoName: name,
    contact: row.contact,
    on: row.onDay as CivilDate,
    at: instantText(row.at),
    ...(mayKnow && { office: officeView(await officeOf(ctx, row.officeId)) }),
    by: [BY_WORDS[row.role], ...names].join(' ') + (where ? `（${where}）` : ''),
    ...(nextDue && { nextDue }),
    sentence: sentenceOf(row),
  };
}

function sentenceOf(row: AuthenticationRow): CitedSentence {
  const { title, clauses } = CONTACTS[row.contact];
  const on = dayWords(row.onDay);
  switch (row.state) {
    case 'counted':
      return cited(`${on}${title}，已算今年认证。现在什么都不用做。`, clauses, 'contacts-that-count');
    case 'to-look-at':
      return cited('收到了。工作人员会看，看好了告诉您。看的时候钱照发。', ['JLP53-5-5b', 'F8-08'], 'evidence-is-manual');
    case 'looked-visit-instead':
      return cited('工作人员看过了，还想当面见一见，会联系您约时间。钱照发。', ['JLP53-5-5c', 'F8-08'], 'nothing-follows');
    case 'not-in-register':
      return cited('收到了。名单上一时没对上，镇上会去核一下，您不用再做什么。', ['JLP53-5-5a', 'F8-08'], 'nothing-follows');
  }
}

async function nextDueOf(ctx: Context, { caseId, memberId }: AuthenticationRow): Promise<CivilDate | undefined> {
  if (!caseId || !memberId) return undefined;
  const [member] = await ctx.db
    .select({ next: caseMembers.nextAuthentication })
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, memberId)));
  return (member?.next as CivilDate | null) ?? undefined;
}
