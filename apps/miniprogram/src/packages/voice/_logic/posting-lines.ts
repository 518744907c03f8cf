import type { PostingView } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';

/** The lines of a posting as names and values, without its heading and the name, which stand above. */
export function factsOfPosting({ lines }: Pick<PostingView, 'lines'>): { readonly name: string; readonly value: string }[] {
  return lines.slice(2).flatMap((line) => {
    const [, name, value] = /^([^：]+)：(.+)$/.exec(line) ?? [];
    return name && value ? [{ name, value }] : [{ name: '有意见', value: line }];
  });
}

/** How many days it still hangs after today; 0 on its last day. */
export function daysLeft(until: CivilDate, today: CivilDate): number {
  let days = 0;
  for (let day = today; day < until; day = addDays(day, 1)) days++;
  return days;
}
