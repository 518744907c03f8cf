import type { RunView } from '@assist/contracts';
import { daysBetween } from '@assist/policy';

type Events = RunView['events'];

/**
 * What the law asks for before money becomes less (SAL2026-48, JLP53-6-3, 6-4, MCA57-19), looked for in the record alone and without any
 * code of the procedures: a ground, somebody was there in the period, heard or tried for on three days, seven whole days of notice after
 * the last opinion was put up, confirmed by the district and by another person, and a written reason with its remedies. What is missing, in words.
 */
export function missingBeforeLess(events: Events): string[] {
  const all = (kind: Events[number]['event']['kind']) => events.filter((one) => one.event.kind === kind);
  const [confirmed, letter] = [all('confirmed').at(-1), all('letter-delivered').at(-1)];
  const notice = all('notice-posted').at(-1);
  const from = all('opened')[0]?.event.periodFrom;
  const triedOn = new Set(all('tried-to-hear').map((one) => one.on));
  const heard = ['heard', 'family-heard', 'no-family-found'] as const;
  const opinions = all('opinion');
  const place = (kind: Events[number]['event']['kind']) => events.map((one) => one.event.kind).lastIndexOf(kind);
  const objected = events.some((one, i) => one.event.kind === 'objected' && i > place('notice-posted') && i < place('opinion'));
  const laws: readonly (readonly [boolean, string])[] = [
    [all('ground-named').some((one) => one.event.ground !== undefined && !/authent|认证/.test(one.event.ground)), 'no ground'],
    [
      from !== undefined && all('visited').some((one) => one.event.visit?.way !== 'phone' && one.on >= from),
      'nobody was there in the period',
    ],
    [heard.some((kind) => all(kind).length > 0) || triedOn.size >= 3, 'not heard'],
    [opinions.length > 0, 'no opinion'],
    [notice !== undefined && confirmed !== undefined && daysBetween(notice.on, confirmed.on) > 7, 'not seven days of notice'],
    // What was put up, confirmed and written to them is what was said last; an objection may ask for one more opinion in between (MCA57-19).
    [place('opinion') < place('notice-posted') || objected, 'another opinion than the one that was put up'],
    [place('opinion') < place('confirmed'), 'an opinion that nobody confirmed'],
    [place('confirmed') < place('letter-delivered'), 'a letter from before the decision'],
    [confirmed?.role === 'district', 'not confirmed by the district'],
    [confirmed !== undefined && opinions.every((one) => one.who !== confirmed.who), 'confirmed by who wrote the opinion'],
    [Boolean(confirmed?.event.reason?.trim()), 'confirmed without a reason'],
    [Boolean(letter?.event.reason?.trim()) && letter?.event.remedies === true, 'no written reason with its remedies'],
  ];
  return laws.filter(([kept]) => !kept).map(([, words]) => words);
}
