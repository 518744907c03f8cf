import { residentApi } from '@assist/contracts';
import { listDoors, sayNotAgreed } from '../services/round/household-side.ts';
import { sendDoor } from '../services/round/send-door.ts';
import { tieRound, untieRound } from '../services/round/tie.ts';
import { todaysRound } from '../services/round/today.ts';
import type { Resident } from '../services/session/authenticate.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** The round of a village's assistant on her phone, and what households see of it. */
export function residentRoundRoutes(on: On): void {
  on(api.tieRound, ({ ctx, who, body }) => tieRound(ctx, who, body));
  on(api.untieRound, ({ ctx, who }) => untieRound(ctx, who).then(() => undefined));
  on(api.round, ({ ctx, who }) => todaysRound(ctx, who));
  on(api.sendDoor, async ({ ctx, who, params, body }) => {
    const { receipt, fresh } = await sendDoor(ctx, who, params.doorId, body);
    return new Answer(receipt, fresh ? undefined : OK);
  });
  on(api.doors, ({ ctx, who }) => listDoors(ctx, who));
  on(api.sayNotAgreed, ({ ctx, who, params, body }) => sayNotAgreed(ctx, who, params.doorId, body.words));
}
