import { staffApi } from '@assist/contracts';
import { issueRoundCode } from '../services/round/issue-code.ts';
import { readDoor, settleDoor } from '../services/round/staff-side.ts';
import { endTie, listTies } from '../services/round/ties.ts';
import type { Staff } from '../services/staff/who.ts';
import type { Handle } from './mount.ts';

const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** Phones of assistants on their round, and what came back from the doors. */
export function staffRoundRoutes(on: On): void {
  on(api.issueRoundCode, ({ ctx, who }) => issueRoundCode(ctx, who));
  on(api.roundTies, ({ ctx, who }) => listTies(ctx, who));
  on(api.endRoundTie, ({ ctx, who, params }) => endTie(ctx, who, params.tieId));
  on(api.staffDoor, ({ ctx, who, params }) => readDoor(ctx, who, params.doorId));
  on(api.settleDoor, ({ ctx, who, params, body }) => settleDoor(ctx, who, params.doorId, body.words));
}
