import type { CivilDate, Fen } from '@assist/policy';
import { yuanText } from '@assist/policy';
import { RECIPIENTS } from '@assist/policy-chongqing';
import type { OpenCase } from '../case-file/case-file-of.ts';
import type { EventDetail } from '../case-file/event-words.ts';
import { amountOf, kindsOf, type RegisterHousehold } from './register-household.ts';

/** What a register says otherwise than the case on record; an empty list for nothing that is looked at one by one. */
export interface Difference {
  readonly detail: EventDetail;
  readonly sentence: string;
}

/** A household whose case had ended, named again. */
export const BACK: Difference = { detail: 'back-in-register', sentence: '又回到在册名单' };

/**
 * Where a register differs from what is on record. An amount that is lower is said first and said to be lower: the register is the
 * district's own record of what it decided, so it is copied, and nothing is decided here.
 */
export function differences(before: OpenCase, after: RegisterHousehold, hashes: readonly (Buffer | null)[]): Difference[] {
  const found: Difference[] = [];
  const [was, is] = [before.row.amount as Fen, amountOf(after)];
  if (is < was)
    found.push({ detail: 'amount-lower', sentence: `每月从 ${yuanText(was)}变为 ${yuanText(is)}，少了：照区里的名单记，这里不做决定` });
  if (is > was) found.push({ detail: 'amount-higher', sentence: `每月从 ${yuanText(was)}变为 ${yuanText(is)}` });
  const kinds = kindsOf(after);
  if (kinds.join() !== [...before.row.kinds].sort().join())
    found.push({ detail: 'benefits-changed', sentence: `待遇变为${kinds.map((kind) => RECIPIENTS[kind]).join('、')}` });
  const { joined, left } = membersBetween(before, hashes, after);
  if (joined + left > 0)
    found.push({
      detail: 'members-changed',
      sentence: [joined && `多了 ${joined} 人`, left && `少了 ${left} 人`].filter(Boolean).join('、'),
    });
  const taper = [before.row.taperFrom as CivilDate | null, before.row.taperUntil as CivilDate | null];
  if (taper[0] !== (after.taper?.from ?? null) || taper[1] !== (after.taper?.until ?? null))
    found.push({
      detail: 'taper-changed',
      sentence: after.taper ? `渐退期 ${after.taper.from} 到 ${after.taper.until}` : '名单上没有渐退期了',
    });
  return found.length > 0 ? found : [{ detail: 'details-changed', sentence: '村社、日期、电话或别的几项变了' }];
}

function membersBetween(before: OpenCase, hashes: readonly (Buffer | null)[], after: RegisterHousehold): { joined: number; left: number } {
  const keyOf = (hash: Buffer | null, name: string) => (hash ? hash.toString('base64') : name);
  const was = new Set(before.members.map((one) => keyOf(one.row.numberHash, one.person.name)));
  const is = new Set(after.members.map((one, i) => keyOf(hashes[i] ?? null, one.name)));
  return { joined: [...is].filter((key) => !was.has(key)).length, left: [...was].filter((key) => !is.has(key)).length };
}
