import { LIFE_EVENTS } from './all.ts';

const written = (body: string): string => `// Written by scripts/approve-pages.ts; do not edit.\n${body}`;

/** Ids alone, for schemas: they reach every page of a phone. */
export function idsModule(): string {
  const lines = LIFE_EVENTS.map((one) => `  ${JSON.stringify(one.id)},`).join('\n');
  return written(`export const LIFE_EVENT_IDS = [\n${lines}\n] as const;\n`);
}

/** What a phone needs to ask about a change, without the rules behind it. */
export function listModule(): string {
  const lines = LIFE_EVENTS.map(({ id, title, group, asks }) => `  ${JSON.stringify({ id, title, group, asks })},`).join('\n');
  return written(
    `import type { LifeEvent } from './kernel/life-event.ts';\n\nexport const LIFE_EVENT_LIST: readonly Pick<LifeEvent, 'id' | 'title' | 'group' | 'asks'>[] = [\n${lines}\n];\n`,
  );
}
