import { LIFE_EVENTS } from '../life-events/index.ts';
import { PROCEDURES } from '../procedures/index.ts';
import { benefitPages } from './benefit-pages.ts';
import { clocksPage, openQuestionsPage } from './clocks-page.ts';
import { lifeEventPage } from './life-event-page.ts';
import { page } from './markdown.ts';
import { procedurePage } from './procedure-page.ts';

const fileOf = (id: string) => `procedures/approved/${id.replaceAll('/', '-')}.approved.md`;

/** Every approved page of benefits, values, districts, life events and procedures, by its path below `src/`. */
export function approvedPages(): Readonly<Record<string, string>> {
  const pages: Record<string, string> = {};
  for (const event of LIFE_EVENTS) pages[`life-events/${event.id}/approved.md`] = lifeEventPage(event);
  for (const one of PROCEDURES) pages[fileOf(one.id)] = procedurePage(one);
  pages['procedures/approved/clocks.approved.md'] = clocksPage();
  pages['procedures/approved/open-questions.approved.md'] = openQuestionsPage();
  pages['life-events/approved.md'] = page('家里的变化', [
    ['', LIFE_EVENTS.map((one) => `- [${one.title}](${one.id}/approved.md)`).join('\n')],
  ]);
  pages['procedures/approved/index.approved.md'] = page('程序', [
    [
      '',
      [...PROCEDURES.map((one) => [one.title, one.id.replaceAll('/', '-')]), ['期限', 'clocks'], ['声明过的假设和冲突', 'open-questions']]
        .map(([title, id]) => `- [${title}](${id}.approved.md)`)
        .join('\n'),
    ],
  ]);
  return { ...pages, ...benefitPages() };
}
