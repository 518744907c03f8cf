import type { Problem, ProblemCode } from '@assist/contracts';

/** 选好 → 在传 → 已收到. `refused`: the server looked at it and it is no video we can take. */
export type VideoState = 'chosen' | 'received' | 'refused';

/** One video as the phone keeps it. */
export interface VideoEntry {
  /** Made on the phone, unique for ever: the same id is the same video, however often its pieces go up. */
  readonly id: string;
  /** What it belongs to. */
  readonly owner: string;
  /** Where the file lies on the phone; absent once it was confirmed and removed. */
  readonly path?: string;
  readonly bytes: number;
  readonly mediaType: 'video/mp4' | 'video/quicktime';
  /** Known once it was read through. */
  readonly sha256?: string;
  readonly state: VideoState;
  readonly problem?: Pick<Problem, 'code' | 'title' | 'instance'>;
}

/** 50 MB, as the contract has it. */
export const MOST_VIDEO_BYTES = 50 * 1024 * 1024;

const ABOUT_THE_VIDEO: readonly ProblemCode[] = [
  'video-damaged',
  'video-too-long',
  'content-differs',
  'form-invalid',
  'bad-request',
  'file-too-large',
  'too-large',
];

/** Whether the server decided about the video itself; anything else is a matter of the way there, and it stays in the queue. */
export const isAboutTheVideo = (code: ProblemCode): boolean => ABOUT_THE_VIDEO.includes(code);

/** 传到 6 成. @param part 0 to 1 */
export const tenths = (part: number): string => `传到 ${Math.min(9, Math.floor(part * 10))} 成`;

/** What a person reads about it. @param part that went up, while it is going */
export function videoWords({ state, problem }: VideoEntry, part: number | undefined, online: boolean): string {
  if (state === 'received') return '已收到';
  if (state === 'refused') return problem?.title ?? '请再拍一段';
  if (part !== undefined) return part === 0 ? '正在准备' : tenths(part);
  if (!online) return '等有网，从断的地方接着传';
  return problem ? '没传完，从断的地方接着传' : '等着传';
}
