import { residentAccountApi } from './resident-account-api.ts';
import { residentApplicationApi } from './resident-application-api.ts';
import { residentAuthenticationApi } from './resident-authentication-api.ts';
import { residentChangeApi } from './resident-change-api.ts';
import { residentDecisionApi } from './resident-decision-api.ts';
import { residentFollowUpApi } from './resident-follow-up-api.ts';
import { residentKnownApi } from './resident-known-api.ts';
import { residentMessageApi } from './resident-message-api.ts';
import { residentOwnCodeApi } from './resident-own-code-api.ts';
import { residentPlaceApi } from './resident-place-api.ts';
import { residentTogetherApi } from './resident-together-api.ts';
import { residentTrustApi } from './resident-trust-api.ts';
import { residentUploadApi } from './resident-upload-api.ts';
import { residentUrgentApi } from './resident-urgent-api.ts';
import { residentVoiceApi } from './resident-voice-api.ts';
import { residentRoundApi } from './round-api.ts';

/** Everything a resident's phone may ask, by subject. */
export const residentApi = {
  ...residentChangeApi,
  ...residentDecisionApi,
  ...residentVoiceApi,
  ...residentFollowUpApi,
  ...residentAuthenticationApi,
  ...residentUploadApi,
  ...residentMessageApi,
  ...residentTogetherApi,
  ...residentUrgentApi,
  ...residentRoundApi,
  ...residentTrustApi,
  ...residentKnownApi,
  ...residentOwnCodeApi,
  ...residentAccountApi,
  ...residentPlaceApi,
  ...residentApplicationApi,
} as const;
