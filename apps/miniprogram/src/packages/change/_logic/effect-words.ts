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
  officer: { title: '要人来看看再说', lead: '看过以前，金额不变。', tone: 'calm' },
  ask: { title: '还差几样，也能先报', tone: 'calm' },
};

/** What stands on top: everything together where several things changed. */
export const mainEffect = ({
  together,
  effects,
}: Pick<ChangePreview, 'together'> & { readonly effects: readonly ChangeEffect[] }): ChangeEffect | undefined => together ?? effects[0];

/** Good news first, then what stays, then the rest. */
export const goodFirst = (effects: readonly ChangeEffect[]): readonly ChangeEffect[] =>
  [...effects].sort((a, b) => Number(b.goodNews) - Number(a.goodNews));

/**
 * Estimates of which the same is said are one: a sentence is not read twice. Where nobody knows the household yet, that is most of them.
 * What each of them rests on and asks for stays.
 */
export function saidOnce(effects: readonly ChangeEffect[]): readonly ChangeEffect[] {
  const groups = new Map<string, ChangeEffect>();
  for (const effect of effects) {
    const { title, sentence, outcome, amountBefore, amountAfter, taperMonths, fromMonth, goodNews, referrals, missing } = effect;
    const key = JSON.stringify([sentence.sentence, outcome, amountBefore, amountAfter, taperMonths, fromMonth]);
    const before = groups.get(key);
    groups.set(
      key,
      before
        ? {
            ...before,
            title: `${before.title}、${title}`,
            sentence: { ...before.sentence, clauses: eachOnce([...before.sentence.clauses, ...sentence.clauses]) },
            goodNews: before.goodNews && goodNews,
            referrals: [...before.referrals, ...referrals],
            missing: [...before.missing, ...missing],
          }
        : effect,
    );
  }
  return [...groups.values()];
}

const eachOnce = <T extends { readonly id: string }>(all: readonly T[]): T[] => [...new Map(all.map((one) => [one.id, one])).values()];
