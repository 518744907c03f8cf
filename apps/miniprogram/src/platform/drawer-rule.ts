/** What lies on a phone lies in drawers, one a person: whoever signs in here sees their own and nobody else's. */
export interface Drawers {
  /** Open for whoever holds the phone, by the name under which it signs in (in WeChat always the same, ''). */
  readonly open: Readonly<Record<string, number>>;
  /** Whose it is, by drawer: an account's id. A drawer without one is of somebody who has not signed in yet. */
  readonly of: Readonly<Record<number, string>>;
}

export const NO_DRAWERS: Drawers = { open: {}, of: {} };

const fresh = ({ open, of }: Drawers): number => {
  const taken = [...Object.values(open), ...Object.keys(of).map(Number)];
  return taken.length === 0 ? 0 : Math.max(...taken) + 1;
};

/** The drawer of whoever holds the phone now. Who was nobody and says a name takes along what they had typed. */
export function openFor(drawers: Drawers, login: string): Drawers {
  if (drawers.open[login] !== undefined) return drawers;
  const { '': nobodys, ...others } = drawers.open;
  const carried = login !== '' && nobodys !== undefined && drawers.of[nobodys] === undefined;
  return carried
    ? { ...drawers, open: { ...others, [login]: nobodys } }
    : { ...drawers, open: { ...drawers.open, [login]: fresh(drawers) } };
}

/**
 * The server said who it is: what was typed before becomes theirs; another person's drawer is closed, and their own opened.
 * @param empty whether nothing lies in the drawer that is open; only then is an earlier one of theirs opened instead of a nobody's
 */
export function meet(drawers: Drawers, login: string, accountId: string, empty: boolean): Drawers {
  const at = openFor(drawers, login);
  const now = at.open[login] as number;
  if (at.of[now] === accountId) return at;
  const own = Object.entries(at.of).find(([, id]) => id === accountId)?.[0];
  if (at.of[now] === undefined && (own === undefined || !empty)) return { ...at, of: { ...at.of, [now]: accountId } };
  const next = own === undefined ? fresh(at) : Number(own);
  return { open: { ...at.open, [login]: next }, of: { ...at.of, [next]: accountId } };
}

/** The person left and cleared what was theirs: the drawers that were, and the phone without an owner. */
export function leave(drawers: Drawers, login: string): { readonly drawers: Drawers; readonly emptied: readonly number[] } {
  const { [login]: now, ...open } = drawers.open;
  if (now === undefined) return { drawers, emptied: [] };
  const who = drawers.of[now];
  const emptied =
    who === undefined
      ? [now]
      : Object.keys(drawers.of)
          .map(Number)
          .filter((one) => drawers.of[one] === who);
  const of = Object.fromEntries(Object.entries(drawers.of).filter(([one]) => !emptied.includes(Number(one))));
  return { drawers: { open, of }, emptied };
}
