import type { RelayAsk, RelayState, RelayWay } from '@assist/contracts';
import { and, gt, inArray, isNull } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { relayLinks } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { type AskRow, aboutOfAsk, CONFIRM_WORDS, latestSignatures, type SignatureRow } from './row.ts';

export const WAY_WORDS: Readonly<Record<RelayWay, string>> = {
  handwriting: '手写签名',
  face: '刷脸',
  witnesses: '两个人当面记',
  guardian: '监护人签',
  helper: '帮忙的人点的',
};

const SENTENCES: Readonly<Record<RelayState, string>> = {
  waiting: '还没请他。没签完也照样往下办。',
  'link-made': '链接做好了，发给他本人。用他证件的最后六位打开。',
  opened: '打开看过，还没签。不急。',
  signed: '同意了。',
  'to-confirm': '签了，镇街会上门或打电话问一下本人。问过以前先不查他。',
  refused: '暂时不签，没关系。镇街会去问，写明原因再定。先不查他。',
  unreachable: '联系不上，没关系。镇街会去找，写明原因再定。先不查他。',
  'at-counter': '不方便自己签，镇街两个人当面记，或由监护人签。',
};
const CLAUSES = ['SAL2026-40', 'SAL2026-41'];

/** The board's lines, with one query a table. */
export async function askViews(ctx: Context, rows: readonly AskRow[]): Promise<RelayAsk[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [signed, links] = await Promise.all([
    latestSignatures(ctx, ids),
    ctx.db
      .select()
      .from(relayLinks)
      .where(and(inArray(relayLinks.askId, ids), isNull(relayLinks.endedAt), gt(relayLinks.expiresAt, now(ctx)))),
  ]);
  return rows.map((row) => {
    const link = links.find((one) => one.askId === row.id);
    return askView(ctx, row, signed.get(row.id), link?.expiresAt);
  });
}

function askView(ctx: Context, row: AskRow, signed: SignatureRow | undefined, linkUntil: Date | undefined): RelayAsk {
  const { name, guardian } = aboutOfAsk(ctx, row);
  const stands = signed?.state === 'given' || signed?.state === 'to-confirm';
  const why = row.state === 'to-confirm' && signed?.why ? `${CONFIRM_WORDS[signed.why]}。` : '';
  return {
    askId: row.id,
    memberId: row.memberId,
    name,
    state: row.state,
    at: instantText(row.stateAt),
    ...(stands && { way: signed.way }),
    ...(guardian && { guardian }),
    ...(linkUntil && { linkUntil: instantText(linkUntil) }),
    sentence: cited(`${why}${SENTENCES[row.state]}`, CLAUSES),
  };
}

export async function askViewOf(ctx: Context, row: AskRow): Promise<RelayAsk> {
  const [view] = await askViews(ctx, [row]);
  return view as RelayAsk;
}
