export { ROUTING_ASSUMPTIONS } from './assumptions.ts';
export type {
  Candidate,
  MissingPlace,
  Place,
  Registration,
  RoutedMember,
  RoutingAssumptionId,
  WhereToApply,
  WhereToApplyQuestion,
} from './types.ts';
export { whereToApply } from './where-to-apply.ts';
