import type { OrNotKnown, VisitPlace } from '@assist/contracts';

/** What whoever comes should know; picked, never guessed. */
const NOTES = ['听力不好', '眼睛不好', '要家人在', '家里有狗', '路不好走', '说慢一点'] as const;
export type Note = (typeof NOTES)[number];
/** Of the way to the door: nothing to whoever only calls. */
const AT_THE_DOOR: readonly Note[] = ['家里有狗', '路不好走'];
export const notesFor = (place: OrNotKnown<VisitPlace>): readonly Note[] =>
  isCall(place) ? NOTES.filter((note) => !AT_THE_DOOR.includes(note)) : NOTES;

/** One sentence for the visitor. */
export const noteOf = (picked: readonly Note[], words: string): string | undefined =>
  [...picked, ...(words.trim() ? [words.trim()] : [])].join('；') || undefined;

export const PLACE_WORDS: Readonly<Record<VisitPlace, string>> = {
  home: '家里',
  village: '村社',
  office: '镇上',
  phone: '打电话',
  video: '打视频',
};

/** Nobody comes to the door: it is a call. */
export const isCall = (place: OrNotKnown<VisitPlace>): boolean => place === 'phone' || place === 'video';
