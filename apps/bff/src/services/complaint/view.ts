import type { ComplaintCase, Teller } from '@assist/contracts';
import { mayRecord } from '@assist/policy-chongqing';
import { dayInShanghai, instantText } from '../../clock.ts';
import { citations, cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { workItemView } from '../queue/item-view.ts';
import { clerkNames } from '../voice/clerk-names.ts';
import type { SeenComplaint } from './lock.ts';
import { asPolicy, COMPLAINT_PROCEDURE, complaintRecord } from './record.ts';
import { type ComplaintContent, complaintPlace } from './sealed-places.ts';

/** @param mine it is this person's to work on: who it was is opened for her alone */
export async function complaintView(ctx: Context, { row, item }: SeenComplaint, mine: boolean): Promise<ComplaintCase> {
  const [record, office] = await Promise.all([complaintRecord(ctx, row.id), officeOf(ctx, row.officeId)]);
  const names = await clerkNames(
    ctx,
    record.map((one) => one.staffId),
  );
  const { words, whom, named } = ctx.cipher.openJson<ComplaintContent>(complaintPlace.content(row.id), row.contentSealed);
  const teller: Teller = named ? (mine ? { kind: 'named', ...named } : { kind: 'hidden' }) : { kind: 'none' };
  const answer = record.findLast((one) => one.kind === 'answered');
  const may = mayRecord(COMPLAINT_PROCEDURE, asPolicy(record), {
    kind: 'answered',
    on: dayInShanghai(ctx.clock()),
    role: row.lookedAtBy,
    reason: '…',
  });
  return {
    complaintId: row.id,
    ...(item && { item: await workItemView(ctx, item) }),
    lookedAtBy: row.lookedAtBy,
    office: office.name,
    answeredBy: row.lookedAtBy === 'district' ? office.authorityName : office.name,
    about: row.about,
    ...(whom && { whom }),
    number: row.number,
    at: instantText(row.at),
    words,
    teller,
    state: row.state,
    notes: record
      .filter((one) => one.kind === 'looked-into')
      .map((one) => ({ id: one.id, at: instantText(one.at), who: names.get(one.staffId ?? '') ?? '', words: one.words ?? '' })),
    ...(answer && row.found && { answer: { on: answer.on, words: answer.words ?? '', found: row.found } }),
    missing: may.ok || answer ? [] : may.missing.map((one) => ({ sentence: one.words, clauses: citations(one.clauses) })),
    rules: [
      row.named
        ? cited('留了名的，逐一核查，查完告诉举报的人。', ['JLP53-7-1b', 'YC67-5-2c', 'MCA57-37'])
        : cited('没留名的，也核查，也写回复：那个人凭号和口令回来看。', ['SAL2026-68'], 'without-a-name-looked-into-too'),
      cited('文件只写“及时”回复，没有写几天。', ['YC67-5-2b', 'MCA57-37'], 'no-days-for-an-answer'),
      cited('是谁说的，不告诉被说的人，也不写进他家的档案。查出要减要停的，另走减发、停发程序。', ['SAL2026-11', 'CQR2016-34']),
      ...(row.lookedAtBy === 'district'
        ? [cited('说镇街办事、说工作人员的，镇街看不到这一份。', ['SAL2026-68'], 'about-the-office-past-the-office')]
        : []),
    ],
  };
}
