/** Every key of the desk, in the order the help shows them. `where` says on which page it works. */
export const KEYS = [
  { key: '/', action: 'search', where: 'queue', says: '找（姓名、回执号）' },
  { key: 'j', action: 'next-row', where: 'queue', says: '下一行' },
  { key: 'k', action: 'previous-row', where: 'queue', says: '上一行' },
  { key: 'Enter', action: 'open', where: 'queue', says: '打开这一行' },
  { key: 'n', action: 'claim-next', where: 'queue', says: '领下一件' },
  { key: 'r', action: 'refresh', where: 'queue', says: '换上最新的' },
  { key: 'e', action: 'open-urgent', where: 'anywhere', says: '打开最急的一件' },
  { key: 'p', action: 'play-sound', where: 'urgent', says: '听录音、停下' },
  { key: 'b', action: 'record-try', where: 'urgent', says: '记下打过一次' },
  { key: 'd', action: 'end-urgent', where: 'urgent', says: '写下结果' },
  { key: 'u', action: 'back-to-queue', where: 'case', says: '回队列' },
  { key: 'a', action: 'to-acts', where: 'case', says: '到下一步的按钮' },
  { key: 'c', action: 'ask-correction', where: 'case', says: '请群众补' },
  { key: 'v', action: 'resident-view', where: 'case', says: '看居民看到的' },
  { key: '+', action: 'zoom-in', where: 'photo', says: '放大' },
  { key: '-', action: 'zoom-out', where: 'photo', says: '缩小' },
  { key: 't', action: 'rotate', where: 'photo', says: '转 90 度' },
  { key: 'ArrowLeft', action: 'previous-photo', where: 'photo', says: '上一张' },
  { key: 'ArrowRight', action: 'next-photo', where: 'photo', says: '下一张' },
  { key: '?', action: 'help', where: 'anywhere', says: '看有哪些键' },
] as const;
export type KeyAction = (typeof KEYS)[number]['action'];
export type KeyPlace = (typeof KEYS)[number]['where'];

/** What a key press carries, as far as the map needs it. */
export interface Press {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
  readonly repeat?: boolean;
  /** Tag of the element that has the focus, upper case, and whether text can be typed into it. */
  readonly focus: { readonly tag: string; readonly editable: boolean };
  /** A dialog is open that the place does not belong to. */
  readonly dialogOpen: boolean;
}

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
/** Enter on these already means something; J and K may be held down. */
const ENTER_TAKEN = new Set(['A', 'BUTTON', 'SUMMARY']);
const REPEATABLE = new Set<string>(['next-row', 'previous-row', 'zoom-in', 'zoom-out']);

/** The action a press means at this place, if any. While somebody types, composes or holds a modifier, letters are letters. */
export function actionOf(press: Press, place: KeyPlace): KeyAction | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  if (press.dialogOpen || press.focus.editable || TYPING.has(press.focus.tag)) return undefined;
  if (press.key === 'Enter' && ENTER_TAKEN.has(press.focus.tag)) return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const wanted = key === '=' ? '+' : key;
  const found = KEYS.find((k) => k.key === wanted && (k.where === place || k.where === 'anywhere'));
  if (!found || (press.repeat && !REPEATABLE.has(found.action))) return undefined;
  return found.action;
}

/** The row J or K goes to. Before any row is chosen both go to the first; at the ends they stay. */
export function rowAfter(action: 'next-row' | 'previous-row', current: number, rows: number): number {
  if (rows === 0) return -1;
  if (current < 0) return 0;
  return Math.min(rows - 1, Math.max(0, current + (action === 'next-row' ? 1 : -1)));
}

const PREFERENCE = 'desk.single-keys';
/** Single-letter keys can be turned off, for those whom they disturb (speech input, tremor). Only this choice is kept on the computer. */
export const singleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(PREFERENCE) !== 'off';
  } catch {
    return true;
  }
};
export const setSingleKeys = (on: boolean): void => {
  try {
    localStorage.setItem(PREFERENCE, on ? 'on' : 'off');
  } catch {
    // the choice then holds until the page is closed
  }
};
