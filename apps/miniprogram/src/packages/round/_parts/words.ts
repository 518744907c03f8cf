import { type RoundHousehold, wordsOf } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { DoorProgress } from '@/application/round/round';
import type { StateKind } from '@/components/state';
import { dayFrom } from '@/wording/day';

/** How far what was written at a door has come, by shape and words. */
export const PROGRESS: Readonly<Record<DoorProgress, { readonly kind: StateKind; readonly words: string }>> = {
  writing: { kind: 'half', words: '正在记' },
  'on-phone': { kind: 'on-phone', words: '存在手机里' },
  going: { kind: 'waiting', words: '正在传' },
  received: { kind: 'done', words: '已收到' },
  wrong: { kind: 'half', words: '要改一处' },
};

const HALVES = { morning: '上午', afternoon: '下午' } as const;

/** Why this door, in a few words. */
export function whyWords({ why, visit, members, told }: RoundHousehold, today: CivilDate): string {
  const due = members.filter((one) => one.due).map((one) => one.name);
  return why
    .map((one) => {
      if (one === 'visit')
        return visit?.day ? `约了${dayFrom(today, visit.day)}${visit.half ? wordsOf(HALVES, visit.half, '') : ''}` : '请人上门';
      if (one === 'authentication') return `该见一面：${due.join('、')}`;
      return one === 'change' ? `报了变化：${told.join('、')}` : '核查要去一趟';
    })
    .join('。');
}
