import { LIFE_EVENTS } from '@assist/policy-chongqing';

/** How each life event is called. A file of its own: who does not show them does not carry the policy's table of them. */
export const LIFE_EVENT_NAMES: Readonly<Record<string, string>> = Object.fromEntries(LIFE_EVENTS.map((event) => [event.id, event.title]));
