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

/**
 * The drawer of whoever holds the phone now. Who was nobody and says a name takes along what they had typed: into a drawer they have already it
 * is laid as soon as that one is opened (`besides`).
 */
export function openFor(drawers: Drawers, login: string): Drawers {
  const { '': nobodys, ...others } = drawers.open;
  const carried = login !== '' && nobodys !== undefined && drawers.of[nobodys] === undefined;
  const own = drawers.open[login];
  const whose = own === undefined ? undefined : drawers.of[own];
  if (own !== undefined) return carried && whose ? { open: others, of: { ...drawers.of, [nobodys]: whose } } : drawers;
  return carried
    ? { ...drawers, open: { ...others, [login]: nobodys } }
    : { ...drawers, open: { ...drawers.open, [login]: fresh(drawers) } };
}

/**
 * The server said who it is: what was typed before becomes theirs; another person's drawer is closed, and their own opened.
 * Who has a drawer here already gets that one, and what was typed now is laid into it (`besides`).
 * @param empty whether nothing lies in the drawer that is open; a nobody's empty one is forgotten
 */
export function meet(drawers: Drawers, login: string, accountId: string, empty: boolean): Drawers {
  const at = openFor(drawers, login);
  const now = at.open[login] as number;
  if (at.of[now] === accountId) return at;
  const own = Object.entries(at.of).find(([, id]) => id === accountId)?.[0];
  const nobodys = at.of[now] === undefined;
  if (nobodys && own === undefined) return { ...at, of: { ...at.of, [now]: accountId } };
  const next = own === undefined ? fresh(at) : Number(own);
  const typed = nobodys && !empty ? { [now]: accountId } : {};
  return { open: { ...at.open, [login]: next }, of: { ...at.of, ...typed, [next]: accountId } };
}

/** Other drawers of the person whose drawer this is: a person has one, so what lies in these is laid into it. */
export function besides({ of }: Drawers, at: number): readonly number[] {
  const who = of[at];
  return Object.keys(of)
    .map(Number)
    .filter((one) => one !== at && who !== undefined && of[one] === who);
}

/** Nothing lies in it any more. */
export function forgotten({ open, of }: Drawers, gone: number): Drawers {
  return { open, of: Object.fromEntries(Object.entries(of).filter(([one]) => Number(one) !== gone)) };
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
