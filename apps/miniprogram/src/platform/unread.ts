import type { ApplicationView } from '@assist/contracts';
import { readSetting, writeSetting } from './storage';
import { makeStore } from './store';

const KEY = 'messages-seen';

/** How many messages the person has not looked at on this phone. */
export const unread = makeStore(0);

/** Moment of the newest message that was looked at. */
export const seenUntil = (): string => readSetting<string>(KEY) ?? '';

const newest = (applications: readonly ApplicationView[]): string =>
  applications
    .flatMap((a) => a.timeline.map((t) => t.at))
    .reduce((last, at) => (Date.parse(at) > Date.parse(last || '1970-01-01') ? at : last), '');

export const isNews = (at: string, seen: string): boolean => seen === '' || Date.parse(at) > Date.parse(seen);

/** Counts what has happened since the person last looked. */
export function noteNews(applications: readonly ApplicationView[]): void {
  const seen = seenUntil();
  unread.set(applications.flatMap((a) => a.timeline).filter((t) => isNews(t.at, seen)).length);
}

/** The person looks at the messages now. */
export function markSeen(applications: readonly ApplicationView[]): void {
  const at = newest(applications);
  if (at) writeSetting(KEY, at);
  unread.set(0);
}

export function forgetSeen(): void {
  writeSetting(KEY, null);
  unread.set(0);
}
