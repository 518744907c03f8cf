import type { EvidenceKind, Problem, ProblemCode } from '@assist/contracts';
import type { PhotoRemark } from './photo-quality.ts';

/** 选好 → 正在传 → 已收到. `refused`: the server looked at it and it is no photo we can take. */
export type PhotoState = 'chosen' | 'received' | 'refused';

/** One photo as the phone keeps it. */
export interface PhotoEntry {
  /** Made on the phone, unique for ever: the same id is the same photo, however often it goes up. */
  readonly id: string;
  /** What it belongs to, e.g. the draft's id or `correction-id/item-id`. */
  readonly owner: string;
  readonly about: EvidenceKind;
  readonly memberId?: string;
  /** Where the file lies on the phone; absent once it was confirmed and removed. */
  readonly path?: string;
  readonly bytes: number;
  /** Of its bytes, where whoever sends it wants to know that they arrived as they were. */
  readonly sha256?: string;
  readonly state: PhotoState;
  readonly problem?: Pick<Problem, 'code' | 'title' | 'instance'>;
  /** It did not arrive as it was, and went once more by itself. */
  readonly sentAgain?: true;
  /** What this phone noticed about it; it goes all the same. */
  readonly remark?: PhotoRemark;
}

/** What a person sees: a word, and where there is something to do, one thing. */
export interface PhotoView extends PhotoEntry {
  readonly words: string;
  /** Part that went up, 0 to 1, while it is going. */
  readonly progress?: number;
  readonly action?: PhotoAction;
}
export type PhotoAction = { readonly kind: 'take-again' | 'choose-smaller' | 'try-again'; readonly words: string };

const TAKE_AGAIN: PhotoAction = { kind: 'take-again', words: '重拍这一张' };
const ACTIONS: Partial<Record<ProblemCode, PhotoAction>> = {
  'file-empty': TAKE_AGAIN,
  'file-damaged': TAKE_AGAIN,
  'file-kind-unknown': TAKE_AGAIN,
  'content-differs': TAKE_AGAIN,
  'file-too-large': { kind: 'choose-smaller', words: '换一张小的' },
  'too-large': { kind: 'choose-smaller', words: '换一张小的' },
};
const TRY_AGAIN: PhotoAction = { kind: 'try-again', words: '再传一次' };

/** Whether the server decided about the photo itself; anything else is a matter of the way there, and it stays in the queue. */
export const isAboutThePhoto = (code: ProblemCode): boolean => ACTIONS[code] !== undefined;

/** @param progress of the upload that runs now, if it is this one's */
export function viewOf(entry: PhotoEntry, progress: number | undefined, online: boolean): PhotoView {
  if (entry.state === 'received') return { ...entry, words: '已收到' };
  if (progress !== undefined) return { ...entry, words: `正在传 ${Math.floor(progress * 100)}%`, progress };
  const code = entry.problem?.code;
  if (entry.state === 'refused') return { ...entry, words: '没收下', ...(code && { action: ACTIONS[code] ?? TAKE_AGAIN }) };
  if (!code && online) return { ...entry, words: '选好了' };
  return { ...entry, words: online ? '没传完' : '等有网', action: TRY_AGAIN };
}
