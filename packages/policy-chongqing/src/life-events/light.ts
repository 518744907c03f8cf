/** What a phone needs to ask about changes: titles, groups and questions, no rules (a few kB). */
export type { AskedField, EventGroup } from './kernel/life-event.ts';
export { LIFE_EVENT_LIST } from './list.gen.ts';
