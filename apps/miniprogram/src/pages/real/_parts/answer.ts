import { type RealityCheck, wordsOf } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

/** As it was written down: small letters, gaps and dashes are no mistake. */
export const cleanCode = (typed: string): string => typed.replace(/[\s\-—－]/g, '').toUpperCase();

const HALVES = { morning: '上午', afternoon: '下午' } as const;

/** What is known of it, for comparing with who stands at the door. */
export function factsOf(answer: RealityCheck, dayText: (day: CivilDate) => string): { readonly name: string; readonly value: string }[] {
  if (answer.kind === 'visitor')
    return [
      { name: '哪里的', value: answer.office },
      { name: '哪天', value: `${dayText(answer.day)}${answer.half ? wordsOf(HALVES, answer.half, '') : ''}` },
      ...(answer.visitors.length ? [{ name: '谁来', value: answer.visitors.join('、') }] : []),
    ];
  if (answer.kind === 'message')
    return [...(answer.office ? [{ name: '哪里发的', value: answer.office }] : []), { name: '哪天发的', value: dayText(answer.sentOn) }];
  return [];
}
