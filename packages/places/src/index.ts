export { type Authority, LIVE_DISTRICTS, REASSIGNMENTS, type Reassignment } from './authorities.ts';
export { DIVISIONS_AS_OF } from './divisions.gen.ts';
export { type Division, districts, divisionName, fullName, isInChongqing, isKnown, provinces, townshipsOf } from './divisions.ts';
export { type Duty, dutyOf } from './duty.ts';
export { authoritiesOf, type HandlingOffice, handlingOffice, handlingOffices } from './handling-offices.ts';
