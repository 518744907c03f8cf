import { type Door, type DoorForHousehold, LIFE_EVENT_NAMES, WISH_NAMES } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { instantText } from '../../clock.ts';
import type { doors } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf, officeView } from '../place/offices.ts';

export type DoorRow = typeof doors.$inferSelect;

export const doorPlace = {
  record: (id: string) => `door.record:${id}`,
  notAgreed: (id: string) => `door.not-agreed:${id}`,
  answer: (id: string) => `door.answer:${id}`,
};

/** What is sealed of a door: what was sent, and names as they stood on that day. */
export interface DoorRecord {
  readonly door: Door;
  readonly visitors: readonly string[];
  /** Of who was met. */
  readonly met: readonly string[];
  /** Members whose meeting counted. */
  readonly counted: readonly string[];
  readonly changeNumber?: string | undefined;
}

export const recordOf = (ctx: Context, row: DoorRow): DoorRecord =>
  ctx.cipher.openJson<DoorRecord>(doorPlace.record(row.id), row.recordSealed);

/** What of a door somebody has to read or go on with, in codes that `subject-words.ts` knows; a meeting alone is done. */
export const toReadOf = (door: Door): string[] => [
  ...(door.apply ? ['wants-to-apply'] : []),
  ...(door.wishes.length > 0 ? ['wishes'] : []),
  ...(door.present === undefined ? ['nobody-home'] : []),
  ...(door.note ? ['note'] : []),
  ...(door.photos.length > 0 ? ['photos'] : []),
];

/** One line for each thing that was done, as the household and the clerk read it. */
export function doorLines({ door, met }: Pick<DoorRecord, 'door' | 'met'>): string[] {
  const { change, apply, wishes, note, photos } = door;
  const told = change?.changed.map((one) => `${LIFE_EVENT_NAMES[one.event] ?? '有变化'}${one.words ? `：${one.words}` : ''}`) ?? [];
  return [
    ...(door.present === undefined ? ['来过，家里没碰上人，没关系'] : []),
    ...(met.length > 0 ? [`见到了${met.join('、')}，算今年见过面`] : []),
    ...(told.length > 0 ? [`替您报了变化：${told.join('；')}`] : []),
    ...(change?.nothingChanged ? ['替您说了“都没变”'] : []),
    ...(apply ? [`${apply.name}想申请，住${apply.where || '哪里没写'}${apply.words ? `：${apply.words}` : ''}`] : []),
    ...(wishes.length > 0 ? [`想要的帮助：${wishes.map((id) => WISH_NAMES[id]).join('、')}`] : []),
    ...(note ? [`带话给镇街：${note}`] : []),
    ...(photos.length > 0 ? [`拍了 ${photos.length} 张照片`] : []),
  ];
}

const WORDS = '这些是协理员上门时替您家记下的。不是您的意思，点“我没同意”就行，镇街会去查。钱照发。';

/** A door as the household sees it, and the clerk beside it: the same. */
export async function doorView(ctx: Context, row: DoorRow): Promise<DoorForHousehold> {
  const kept = recordOf(ctx, row);
  return {
    doorId: row.id,
    number: row.number,
    on: row.onDay as CivilDate,
    at: instantText(row.at),
    office: officeView(await officeOf(ctx, row.officeId)),
    visitors: [...kept.visitors],
    ...(kept.door.present !== undefined && { present: kept.door.present }),
    lines: doorLines(kept),
    sentence: cited(WORDS, ['YMF12-5a', 'JLP53-7-1a'], 'nothing-follows'),
    ...(row.notAgreedAt &&
      row.notAgreedSealed && {
        notAgreed: { at: instantText(row.notAgreedAt), words: ctx.cipher.openText(doorPlace.notAgreed(row.id), row.notAgreedSealed) },
      }),
    ...(row.answeredAt &&
      row.answerSealed && {
        answer: { at: instantText(row.answeredAt), words: ctx.cipher.openText(doorPlace.answer(row.id), row.answerSealed) },
      }),
  };
}
