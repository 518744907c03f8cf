import type { VoiceReply } from '@assist/contracts';
import { dayInShanghai } from '../../clock.ts';
import { cited } from '../clause/citations.ts';
import { complaintRecord } from '../complaint/record.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { recordOf } from '../procedure/record.ts';
import { findVoice, type TypedWords } from './find.ts';

/** Where it stands and the answer, for who has the number and the secret words. @throws ServiceProblem `not-found`, the same whichever of both is wrong */
export async function lookBack(ctx: Context, typed: TypedWords): Promise<VoiceReply> {
  const { kind, row } = await findVoice(ctx, typed);
  const office = await officeOf(ctx, row.officeId);
  const base = { kind, number: row.number, on: dayInShanghai(row.at.getTime()) };
  if (kind === 'objection') {
    const answer = (await recordOf(ctx, row.runId)).findLast(
      ({ event }) => event.kind === 'objection-answered' && event.objection === row.id,
    );
    const reply = answer?.event.reason;
    return {
      ...base,
      state: reply ? 'answered' : 'received',
      office: office.name,
      sentence: cited(reply ? '镇街核实过，回复在下面。' : '镇街还在核实。核实了才往下走。', ['MCA57-19']),
      ...(reply && { reply }),
    };
  }
  const reply = (await complaintRecord(ctx, row.id)).findLast((one) => one.kind === 'answered')?.words;
  const who = row.lookedAtBy === 'district' ? office.authorityName : office.name;
  return {
    ...base,
    state: row.state,
    office: who,
    sentence:
      row.state === 'answered'
        ? cited(`${who}查过了，回复在下面。`, ['MCA57-37', 'SAL2026-68'])
        : cited(row.state === 'opened' ? `${who}打开看了，在查。` : `${who}收到了，还没打开。`, ['MCA57-37', 'SAL2026-68']),
    ...(reply && { reply }),
    ...(row.found && { found: row.found }),
  };
}
