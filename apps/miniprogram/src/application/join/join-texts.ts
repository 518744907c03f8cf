import type { DraftRecord } from '../draft/draft-record.ts';
import { same } from '../same.ts';

/** Beside a draft lie others of the same person, until they say which one goes on. */
export const OTHERS = '.others';
/** Lists of things that were made on the phone: two of them are one list. */
const LISTS = ['draft.others', 'receipts', 'videos', 'change.records', 'change.receipts', 'authentication', 'round.doors'];
/** Of whom the server believes to be here; the one whose drawer it is. */
const STAYS = ['refresh-token'];

/**
 * What one person left in two drawers, under one key, laid together so that nothing is thrown away: lists become one, of two drafts the newer
 * goes on and the other lies beside it, and of everything else what was there last.
 * @param key as it stands in the drawer, with whose it is in front: `application.draft`
 * @param came what comes into the drawer that stays @param there what lies in it already, by key
 * @returns the texts to write, by key
 */
export function joinTexts(key: string, came: string, there: (key: string) => string | undefined): Readonly<Record<string, string>> {
  const text = there(key);
  if (text === undefined || text === came) return { [key]: came };
  const name = key.replace(/^(application|helped\.[^.]+)\./, '');
  if (STAYS.includes(name)) return { [key]: text };
  if (name === 'draft') return joinDrafts(key, came, text, there(key + OTHERS));
  if (name === 'photos') return { [key]: joinPhotos(text, came) };
  if (LISTS.includes(name)) return { [key]: JSON.stringify(joinLists(JSON.parse(text), JSON.parse(came))) };
  if (name === 'outgoing') return { [key]: underWay(came) || !underWay(text) ? came : text };
  if (name === 'urgent-entry') return { [key]: isSent(came) && !isSent(text) ? text : came };
  return { [key]: came };
}

function joinDrafts(key: string, came: string, there: string, others = '[]'): Readonly<Record<string, string>> {
  const drafts = [JSON.parse(came), JSON.parse(there)] as readonly [DraftRecord, DraftRecord];
  const [newer, older] = drafts[0].savedAt >= drafts[1].savedAt ? drafts : ([drafts[1], drafts[0]] as const);
  const beside = (JSON.parse(others) as readonly DraftRecord[]).filter((one) => !same(one, older));
  return { [key]: JSON.stringify(newer), [key + OTHERS]: JSON.stringify([older, ...beside]) };
}

type Things = readonly Readonly<Record<string, unknown>>[];
const idOf = (thing: Things[0]): string => {
  const { id, receipt } = thing as { id?: unknown; receipt?: { applicationId?: unknown; changeId?: unknown } };
  return String(id ?? receipt?.applicationId ?? receipt?.changeId ?? JSON.stringify(thing));
};
function joinLists(there: Things, came: Things): Things {
  const known = new Set(came.map(idOf));
  return [...came, ...there.filter((one) => !known.has(idOf(one)))];
}

interface Photos {
  readonly entries: Things;
  readonly toDelete: readonly string[];
}
function joinPhotos(there: string, came: string): string {
  const [a, b] = [JSON.parse(there) as Photos, JSON.parse(came) as Photos];
  // They go in the order in which they were taken.
  return JSON.stringify({ entries: joinLists(b.entries, a.entries), toDelete: [...new Set([...a.toDelete, ...b.toDelete])] });
}

/** It left the phone, and nobody knows yet whether it arrived. */
const underWay = (text: string): boolean => ((JSON.parse(text) as { bodies?: readonly unknown[] }).bodies?.length ?? 0) > 0;
/** The township has this call for help. */
const isSent = (text: string): boolean => (JSON.parse(text) as { view?: unknown }).view !== undefined;
