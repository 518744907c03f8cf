import type { CivilDate, Fen } from '@assist/policy';
import { dateText, yuanText } from '@assist/policy';
import type { Decided } from './decide.ts';
import type { LifeEvent } from './life-event.ts';
import type { OutcomeId } from './outcome.ts';

interface Said {
  readonly event: LifeEvent;
  readonly decided: Decided;
  readonly award: Fen;
  readonly amountAfter?: Fen;
  readonly taperMonths?: readonly string[];
  readonly taperUntil?: CivilDate;
}

/** What a resident reads before sending. Truthful, without threat, and always: a person decides. */
export function sentenceOf(said: Said): string {
  const died = said.event.ground === 'died';
  // Nobody gains by a death: those who stay are reckoned anew, up or down.
  if (died && (said.decided.outcome === 'more' || said.decided.outcome === 'less'))
    return `请节哀。家里其他人的重新算：现在${now(said.award)}，估算以后约${now(said.amountAfter ?? said.award)}。${CLOSING[said.decided.outcome]}`;
  return `${died ? '请节哀。' : ''}${SENTENCES[said.decided.outcome](said)}${CLOSING[said.decided.outcome]}`;
}

const now = (award: Fen) => `每月 ${yuanText(award)}`;

const SENTENCES: Readonly<Record<OutcomeId, (said: Said) => string>> = {
  unchanged: ({ award, event }) => (event.group === 'contact' ? '记下了，金额不变。' : `金额不变，还是${now(award)}。`),
  more: ({ award, amountAfter }) => `可能会增加：现在${now(award)}，估算以后约${now(amountAfter ?? award)}。`,
  less: ({ award, amountAfter }) => `可能会少一些：现在${now(award)}，估算以后约${now(amountAfter ?? award)}。`,
  stop: ({ decided }) =>
    decided.why === 'nobody-left'
      ? '后面的手续由工作人员来办，家里人不用跑。'
      : '收入比边缘线高了，低保以后可能不再发。别的帮助一起看，您点头就直接转，不用重交材料。',
  taper: ({ award, taperMonths, taperUntil }) =>
    taperMonths
      ? `不会马上停：${monthText(taperMonths[0])}到${monthText(taperMonths.at(-1))}这六个月是渐退期，照发${now(award)}。期满再看那时的收入。`
      : `渐退期还没到，照发${now(award)}${taperUntil ? `，到${dateText(taperUntil)}` : ''}。`,
  officer: () => '这要工作人员看过才能定，定下来以前金额不变。',
  ask: () => '还差几个问题没答，答完就能估算。不答也可以先报。',
};

const CLOSING: Readonly<Record<OutcomeId, string>> = {
  unchanged: '',
  more: '这是估算，最后由镇街核定。',
  less: '这是估算，最后由镇街核定；要减以前会先听您说，再给您书面的说明。',
  stop: '要停以前会先听家里的意见，再给书面的说明。',
  taper: '',
  officer: '',
  ask: '',
};

function monthText(month = ''): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}
