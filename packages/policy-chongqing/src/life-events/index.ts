export { LIFE_EVENTS, lifeEvent } from './all.ts';
export { LIFE_EVENT_ASSUMPTIONS } from './assumptions.ts';
export { type ChangeQuestion, type Effect, effectOf } from './kernel/effect.ts';
export type { Ask, AskedField, Cause, ChangeAnswers, EventGroup, LifeEvent } from './kernel/life-event.ts';
export { OUTCOMES, type OutcomeId } from './kernel/outcome.ts';
export { type ChangeProblem, changeProblems } from './kernel/problems.ts';
export { EVENT_REFERRALS, type EventReferral } from './kernel/referral.ts';
export { endOfTaper, type TaperEnd } from './kernel/taper-end.ts';
export { type Told, toldInTime } from './kernel/told-in-time.ts';
