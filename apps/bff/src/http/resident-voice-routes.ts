import { residentApi } from '@assist/contracts';
import { complain } from '../services/complaint/complain.ts';
import type { Resident } from '../services/session/authenticate.ts';
import { followVoice } from '../services/voice/follow.ts';
import { lookBack } from '../services/voice/look-back.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** Reports, complaints, and the way back to an answer. */
export function residentVoiceRoutes(on: On): void {
  on(api.complain, async ({ ctx, params, body }) => {
    const { answer, fresh } = await complain(ctx, params.complaintId, body);
    return new Answer(answer, fresh ? undefined : OK);
  });
  on(api.lookBack, ({ ctx, body }) => lookBack(ctx, body));
  on(api.followVoice, ({ ctx, who, body }) => followVoice(ctx, who, body));
}
