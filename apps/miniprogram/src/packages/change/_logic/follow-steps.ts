import { CHANGE_STATE_NAMES, CHANGE_STATES, type ChangeState, type ChangeView, wordsOf } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { momentText } from '../../../application/words/day-and-time.ts';

export interface FollowStep {
  readonly title: string;
  readonly under?: string;
  readonly state: 'past' | 'now' | 'future';
}

/** The way so far, and what still comes: an opinion where money is touched, or settled where none is. */
export function followSteps({ timeline, state }: Pick<ChangeView, 'timeline' | 'state'>, today: CivilDate): FollowStep[] {
  const been = timeline.map(({ state: at, at: moment, sentence }) => ({
    title: wordsOf(CHANGE_STATE_NAMES, at, '工作人员在办'),
    under: sentence ? `${momentText(moment, today)}，${sentence}` : momentText(moment, today),
    state: at === state ? ('now' as const) : ('past' as const),
  }));
  const ahead: ChangeState[] = state === 'received' ? ['opened'] : [];
  const open = state === 'received' || state === 'opened';
  return [
    ...been,
    ...CHANGE_STATES.filter((one) => ahead.includes(one)).map((one) => ({ title: CHANGE_STATE_NAMES[one], state: 'future' as const })),
    ...(open ? [{ title: '镇上看过，给您回话', state: 'future' as const }] : []),
  ];
}
