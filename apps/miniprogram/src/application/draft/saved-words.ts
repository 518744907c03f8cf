import type { CivilDate } from '@assist/policy';
import { daysBetween } from '@assist/policy';
import { dayFrom, dayOf, timeOf } from '../../wording/day.ts';
import type { DraftState } from './draft-store.ts';

/** From here on the page says once more until when the draft is kept. */
const SOON_DAYS = 7;

export interface SavedWords {
  readonly words: string;
  /** At the server too: it outlives this phone. */
  readonly safe: boolean;
  /** A sentence of its own when the day comes near. */
  readonly soon?: string;
}

/** Where what was typed lies right now, and until when. */
export function savedWords({ record, phone, server }: Pick<DraftState, 'record' | 'phone' | 'server'>, today: CivilDate): SavedWords {
  if (!record) return { words: '', safe: true };
  const time = timeOf(new Date(record.savedAt));
  if (phone === 'full' && server !== 'saved') return { words: '手机放满了，先清一点地方，再接着填', safe: false };
  if (server === 'saved' && record.server) {
    const until = dayOf(new Date(record.server.keptUntil));
    const left = daysBetween(today, until);
    const soon = left <= SOON_DAYS ? { soon: `填的留到 ${dayFrom(today, until)}。再填一样，就再留 30 天。` } : {};
    return { words: `已保存 ${time}，替您留到 ${dayFrom(today, until)}`, safe: true, ...soon };
  }
  // Until the phone has said that it is written, nothing is saved.
  if (phone === 'saving') return { words: '正在存', safe: false };
  return { words: `已保存 ${time}，在这部手机里`, safe: server === 'saving' };
}
