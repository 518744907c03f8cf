import { type CorrectionAnswerItem, type CorrectionView, type Problem, residentApi } from '@assist/contracts';
import { makeListeners } from '../listeners.ts';
import type { Client, NewId, Now, PhoneStorage } from '../ports.ts';
import { deliver, type Outgoing } from '../send/once.ts';

export type AnswerKind = CorrectionAnswerItem['answer'];
export const ANSWER_NAMES: Record<AnswerKind, string> = {
  photo: '有，拍照',
  words: '用一句话说',
  'cannot-find': '找不到了',
  'cannot-get': '办不到',
  'not-me': '和我家无关',
};
export const ANSWER_HINTS: Partial<Record<AnswerKind, string>> = {
  'cannot-find': '写一句就行，镇上帮着想办法',
  'cannot-get': '说一句原因就行',
  'not-me': '有话也可以写一句',
};

/** What a person chose for one item, as it lies on the phone. The words stay when another answer is chosen. */
export interface ItemDraft {
  readonly answer?: AnswerKind;
  readonly words?: string;
}

export type AnswerState =
  | { readonly kind: 'open' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'photos'; readonly waiting: number }
  | { readonly kind: 'again'; readonly problem: Problem }
  | { readonly kind: 'answered'; readonly correction: CorrectionView };

export interface AnswerPorts {
  readonly storage: PhoneStorage;
  readonly call: Client;
  readonly now: Now;
  readonly newId: NewId;
  /** Confirmed photos of an item, and how many still wait. */
  readonly photosOf: (owner: string) => { readonly received: readonly string[]; readonly waiting: number };
  readonly forgetPhotos: (owner: string) => void;
}

interface Kept {
  readonly answerId: string;
  readonly items: Readonly<Record<string, ItemDraft>>;
  readonly outgoing?: Outgoing<CorrectionAnswerItem[]>;
}

/** Owner of an item's photos in the queue. */
export const photoOwner = (correctionId: string, itemId: string): string => `${correctionId}/${itemId}`;

/** Whether this item is answered: a photo needs one that is confirmed, words need words; the other three are answers by themselves. */
export function isAnswered(item: ItemDraft | undefined, photos: number): boolean {
  if (!item?.answer) return false;
  if (item.answer === 'photo') return photos > 0;
  return item.answer !== 'words' || Boolean(item.words?.trim());
}

/** Answers one list of what the township asked for: item by item, kept at every change, sent once. */
export function makeCorrectionAnswer(ports: AnswerPorts, applicationId: string, correction: CorrectionView) {
  const key = `correction.${correction.id}`;
  const listeners = makeListeners();
  const text = ports.storage.read(key);
  let kept: Kept = text === undefined ? { answerId: ports.newId(), items: {} } : (JSON.parse(text) as Kept);
  let state: AnswerState = correction.answeredAt === undefined ? { kind: 'open' } : { kind: 'answered', correction };
  let running: Promise<AnswerState> | undefined;

  const save = (next: Kept) => {
    kept = next;
    const written = ports.storage.write(key, JSON.stringify(kept));
    listeners.tell();
    return written;
  };
  const become = (next: AnswerState) => {
    state = next;
    listeners.tell();
    return next;
  };
  const photos = (itemId: string) => ports.photosOf(photoOwner(correction.id, itemId));
  const answered = (itemId: string) => isAnswered(kept.items[itemId], photos(itemId).received.length + photos(itemId).waiting);

  function body(): CorrectionAnswerItem[] {
    return correction.items.flatMap(({ id }) => {
      const item = kept.items[id];
      if (!item?.answer || !answered(id)) return [];
      const { received } = photos(id);
      const words = item.words?.trim();
      return [
        {
          itemId: id,
          answer: item.answer,
          ...(words && item.answer !== 'photo' && { words }),
          ...(item.answer === 'photo' && { fileIds: [...received] }),
        },
      ];
    });
  }

  async function run(): Promise<AnswerState> {
    const waiting = correction.items.reduce((sum, i) => sum + (kept.items[i.id]?.answer === 'photo' ? photos(i.id).waiting : 0), 0);
    if (waiting > 0) return { kind: 'photos', waiting };
    const before = kept.outgoing ?? { id: kept.answerId, bodies: [], startedAt: ports.now() };
    const delivery = await deliver(
      {
        send: (answerId, items) =>
          ports.call(residentApi.answerCorrection, { params: { applicationId, correctionId: correction.id, answerId }, body: { items } }),
        keep: (outgoing) => save({ ...kept, outgoing }),
      },
      before,
      body(),
    );
    if (delivery.kind !== 'received') return { kind: 'again', problem: delivery.problem };
    ports.storage.remove(key);
    for (const item of correction.items) ports.forgetPhotos(photoOwner(correction.id, item.id));
    return { kind: 'answered', correction: delivery.receipt };
  }

  return {
    state: () => state,
    subscribe: listeners.add,
    item: (itemId: string): ItemDraft => kept.items[itemId] ?? {},
    answered,
    /** The first item without an answer, if there is one. */
    nextOpen: (): string | undefined => correction.items.find((i) => !answered(i.id))?.id,
    choose: (itemId: string, change: ItemDraft) =>
      save({ ...kept, items: { ...kept.items, [itemId]: { ...kept.items[itemId], ...change } } }),
    /** The same tap three times is one request. */
    send(): Promise<AnswerState> {
      if (!running) {
        become({ kind: 'sending' });
        running = run()
          .then(become)
          .finally(() => {
            running = undefined;
          });
      }
      return running;
    },
  };
}
export type CorrectionAnswer = ReturnType<typeof makeCorrectionAnswer>;
