/** How one photo is looked at: scale (1 fits the frame), quarter turns, and where it was moved to in pixels. */
export interface Look {
  readonly scale: number;
  readonly turns: 0 | 1 | 2 | 3;
  readonly x: number;
  readonly y: number;
}
export const WHOLE: Look = { scale: 1, turns: 0, x: 0, y: 0 };

const LEAST = 1;
const MOST = 8;
const STEP = 1.25;

export type LookAction =
  | { readonly type: 'in' | 'out' | 'turn' | 'whole' }
  | { readonly type: 'move'; readonly dx: number; readonly dy: number };

/** Never smaller than the frame, never larger than eight times; back at its whole it lies in the middle again. */
export function look(now: Look, action: LookAction): Look {
  switch (action.type) {
    case 'in':
      return { ...now, scale: Math.min(MOST, now.scale * STEP) };
    case 'out': {
      const scale = Math.max(LEAST, now.scale / STEP);
      return scale === LEAST ? { ...now, scale, x: 0, y: 0 } : { ...now, scale };
    }
    case 'turn':
      return { ...now, turns: ((now.turns + 1) % 4) as Look['turns'], x: 0, y: 0 };
    case 'move':
      return now.scale === LEAST ? now : { ...now, x: now.x + action.dx, y: now.y + action.dy };
    case 'whole':
      return WHOLE;
  }
}

export const transformOf = (l: Look): string =>
  `translate(-50%, -50%) translate(${l.x}px, ${l.y}px) scale(${l.scale}) rotate(${l.turns * 90}deg)`;
