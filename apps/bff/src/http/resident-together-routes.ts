import { residentApi } from '@assist/contracts';
import { acceptHelping } from '../services/proxy/accept.ts';
import { beginHelping } from '../services/proxy/begin.ts';
import { claimHelped } from '../services/proxy/claim.ts';
import { listHelping } from '../services/proxy/helping.ts';
import { inviteHelper } from '../services/proxy/invite.ts';
import { notAgreed } from '../services/proxy/not-agreed.ts';
import { stopHelper } from '../services/proxy/stop.ts';
import { listHelpers } from '../services/proxy/view.ts';
import { answerRelaySignature } from '../services/relay/answer.ts';
import { askRelay } from '../services/relay/ask.ts';
import { beginRelayFace } from '../services/relay/begin-face.ts';
import { relayBoard } from '../services/relay/board.ts';
import { confirmRelayByFace } from '../services/relay/confirm-by-face.ts';
import { makeRelayLink } from '../services/relay/link.ts';
import { openRelay } from '../services/relay/open.ts';
import { listRelaySignatures } from '../services/relay/own.ts';
import { settleRelayAsk } from '../services/relay/settle-way.ts';
import { signRelay } from '../services/relay/sign.ts';
import type { Resident } from '../services/session/authenticate.ts';
import type { Handle } from './mount.ts';

const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** Consents of a whole family, each from their own phone; and people who help. */
export function residentTogetherRoutes(on: On): void {
  on(api.relayBoard, ({ ctx, who, params }) => relayBoard(ctx, who, params.applicationId));
  on(api.askRelay, ({ ctx, who, params, body }) => askRelay(ctx, who, params.askId, body));
  on(api.makeRelayLink, ({ ctx, who, params, body }) => makeRelayLink(ctx, who, params.askId, body.kind));
  on(api.settleRelayAsk, ({ ctx, who, params, body }) => settleRelayAsk(ctx, who, params.askId, body));
  on(api.openRelay, ({ ctx, who, body }) => openRelay(ctx, who, body));
  on(api.signRelay, ({ ctx, who, params, body }) => signRelay(ctx, who, params.signatureId, body));
  on(api.beginRelayFace, ({ ctx, who, params, body }) => beginRelayFace(ctx, who, params.faceCheckId, body));
  on(api.confirmRelayByFace, ({ ctx, who, params, body }) => confirmRelayByFace(ctx, who, params.signatureId, body.faceCheckId));
  on(api.relaySignatures, ({ ctx, who }) => listRelaySignatures(ctx, who));
  on(api.answerRelaySignature, ({ ctx, who, params, body }) => answerRelaySignature(ctx, who, params.signatureId, body));
  on(api.helpers, ({ ctx, who }) => listHelpers(ctx, who));
  on(api.inviteHelper, ({ ctx, who, body }) => inviteHelper(ctx, who, body));
  on(api.stopHelper, ({ ctx, who, params }) => stopHelper(ctx, who, params.grantId));
  on(api.notAgreed, ({ ctx, who, params, body }) => notAgreed(ctx, who, params.grantId, body.actId));
  on(api.acceptHelping, ({ ctx, who, body }) => acceptHelping(ctx, who, body.token));
  on(api.helping, ({ ctx, who }) => listHelping(ctx, who));
  on(api.beginHelping, ({ ctx, who, params, body }) => beginHelping(ctx, who, params.grantId, body));
  on(api.claimHelped, ({ ctx, who }) => claimHelped(ctx, who));
}
