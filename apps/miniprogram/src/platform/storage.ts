import { besides, type Drawers, forgotten, leave, meet, NO_DRAWERS, openFor } from './drawer-rule';
import { loginName } from './login';
import { sealedBox } from './sealed-box';
import { makeStore } from './store';

const KEPT = 'kept:';
const OTHERS = '@';
/** Whose drawer is whose: of the phone itself. */
const DRAWERS = 'drawers';

/** The drawer of whoever holds this phone; nothing until it was looked at. */
export const drawer = makeStore<number | undefined>(undefined);
let drawers: Drawers = NO_DRAWERS;
let looking: Promise<void> | undefined;

async function put(next: Drawers): Promise<void> {
  if (next !== drawers) {
    drawers = next;
    await sealedBox.write(DRAWERS, JSON.stringify(drawers));
  }
  drawer.set(drawers.open[loginName()]);
}
async function look(): Promise<void> {
  const text = await sealedBox.read(DRAWERS);
  if (text !== undefined) drawers = JSON.parse(text) as Drawers;
  await put(openFor(drawers, loginName()));
}
/** The drawer that is open; opens it where nobody has looked yet. */
export async function openDrawer(): Promise<number> {
  looking ??= look();
  await looking;
  if (drawers.open[loginName()] === undefined) await put(openFor(drawers, loginName()));
  return drawers.open[loginName()] as number;
}

/**
 * Before anything is done in an account's name on this phone: from here on only what is theirs is seen.
 * @returns whether somebody else was here before
 */
export async function openDrawerOf(accountId: string): Promise<boolean> {
  const now = await openDrawer();
  const before = drawers.of[now];
  const empty = (await shelfOf(now).keys()).length === 0;
  await put(meet(drawers, loginName(), accountId, empty));
  // Who typed before they signed in is the same person: what they agreed to holds.
  return drawer.get() !== now && (before !== undefined || empty);
}

/** Other drawers of the person whose drawer this is: what lies there is to be laid into it. @param at one that was opened */
export const drawersBeside = (at: number): readonly number[] => besides(drawers, at);
/**
 * Everything of it was laid elsewhere. Where something still came in, it stays, to be looked at the next time.
 * @returns whether it is gone
 */
export async function letDrawerGo(at: number): Promise<boolean> {
  const empty = (await shelfOf(at).keys()).length === 0;
  if (empty) await put(forgotten(drawers, at));
  return empty;
}

/** Texts of one drawer, sealed (`sealed-box`). */
export function shelfOf(at: number) {
  const ours = at === 0 ? KEPT : `${KEPT}${OTHERS}${at}:`;
  const isOurs = (key: string) => key.startsWith(ours) && (at !== 0 || !key.startsWith(KEPT + OTHERS));
  return {
    keys: async (): Promise<string[]> => (await sealedBox.keys()).filter(isOurs).map((key) => key.slice(ours.length)),
    async read<T>(key: string): Promise<T | undefined> {
      const text = await sealedBox.read(ours + key);
      try {
        return text === undefined ? undefined : (JSON.parse(text) as T);
      } catch {
        return undefined;
      }
    },
    /** @returns whether it is on the phone now; a full phone says no. */
    write: (key: string, value: unknown): Promise<boolean> => sealedBox.write(ours + key, JSON.stringify(value)),
    remove: (key: string): Promise<void> => sealedBox.remove(ours + key),
  };
}
const shelf = async () => shelfOf(await openDrawer());

/** What the person who holds this phone entrusted to it. */
export const readKept = async <T>(key: string): Promise<T | undefined> => (await shelf()).read<T>(key);
/** @returns whether it is on the phone now; a full phone says no. */
export const writeKept = async (key: string, value: unknown): Promise<boolean> => (await shelf()).write(key, value);
export const removeKept = async (key: string): Promise<void> => (await shelf()).remove(key);

/** Clears everything this person left on the phone. What is somebody else's stays theirs, and settings of the phone itself (big words) stay. */
export async function clearKept(): Promise<void> {
  await openDrawer();
  const left = leave(drawers, loginName());
  for (const one of left.emptied) {
    const { keys, remove } = shelfOf(one);
    await Promise.all((await keys()).map(remove));
  }
  await put(left.drawers);
}
