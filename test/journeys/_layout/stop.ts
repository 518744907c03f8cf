import type { Hands } from '../_town/hands.ts';

/** A screen to look at: by its address, or from the one before by what a person does there. */
export interface Stop {
  readonly name: string;
  readonly at?: string;
  readonly go?: (me: Hands) => Promise<void>;
  /** Stands there when it is drawn. */
  readonly reads: string | RegExp;
}

export async function goTo(stop: Stop, me: Hands, open: (address: string) => Promise<void>): Promise<void> {
  if (stop.at) await open(stop.at);
  await stop.go?.(me);
  await me.reads(stop.reads);
}

/** Goes on by tapping one thing. */
export const tap =
  (...tap: Parameters<Hands['tap']>) =>
  (me: Hands) =>
    me.tap(...tap);

/** A page of the application by its name. */
export const apply = (page: string, query = '') => `/packages/apply/pages/${page}/index${query}`;
