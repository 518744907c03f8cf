import { type ChangeEffect, type ChangePreview, NOT_KNOWN } from '@assist/contracts';

export interface EffectHead {
  readonly title: string;
  readonly lead?: string;
  /** Shape and colour of the figure; less money is never red. */
  readonly tone: 'good' | 'same' | 'calm';
}

/** The conclusion, calm and true; the sentence below it carries the clause. */
export const HEADS: Readonly<Record<ChangeEffect['outcome'], EffectHead>> = {
  [NOT_KNOWN]: { title: '镇上会看，看了告诉您', tone: 'same' },
  more: { title: '可能会多一些', tone: 'good' },
  unchanged: { title: '报了，金额不变', tone: 'same' },
  taper: { title: '报了，一般不会马上停', tone: 'good' },
  less: { title: '可能会少一点，先不变', lead: '镇上看过、听您说过，才会变。', tone: 'calm' },
  stop: { title: '先不变，镇上会来听您说', lead: '别的帮助也一起看。', tone: 'calm' },
  officer: { title: '这一样，要人来看看再说', lead: '看过以前，金额不变。', tone: 'calm' },
  ask: { title: '还差几样，也能先报', tone: 'calm' },
};

/** What stands on top: everything together where several things changed. */
export const mainEffect = ({ together, effects }: ChangePreview): ChangeEffect | undefined => together ?? effects[0];

/** Good news first, then what stays, then the rest. */
export const goodFirst = (effects: readonly ChangeEffect[]): readonly ChangeEffect[] =>
  [...effects].sort((a, b) => Number(b.goodNews) - Number(a.goodNews));
