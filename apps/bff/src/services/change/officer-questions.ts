import type { ChangeForm, CitedSentence } from '@assist/contracts';
import { type CivilDate, type DivisionCode, dateText } from '@assist/policy';
import { clausesIn, toldInTime } from '@assist/policy-chongqing';
import { cited } from '../clause/citations.ts';
import { toldChanges } from './answers.ts';

/** What an officer may ask, and how. Kindly, to be answered or not; nothing follows from the question. No resident is shown it. */
export function officerQuestions(form: ChangeForm, toldOn: CivilDate, district: DivisionCode): CitedSentence[] {
  const died = toldChanges(form).find(({ event }) => event.ground === 'died')?.answers.happenedOn;
  const first = form.changed.flatMap(({ happenedOn }) => happenedOn ?? []).sort()[0];
  const questions: CitedSentence[] = [];
  if (died && died.slice(0, 7) < toldOn.slice(0, 7))
    questions.push(
      cited(
        `亲人是${dateText(died)}走的，这以后按月发的，可以等家里缓一缓，再轻声问一句用在了哪里。报这件事的人不欠什么，怎么办由核实以后另说。`,
        clausesIn(['YM239-1-3c', 'YC67-7-2e'], district),
      ),
    );
  if (!died && first && !toldInTime(first, toldOn).inTime && !form.lateReason)
    questions.push(cited('可以问一声为什么现在才说，是不是不知道要报。只作记录，不因此少发。', clausesIn(['YM239-4-5c'], district)));
  if (form.passOn) questions.push(cited('这家同意接着查别的待遇：不要再让他们交材料。', clausesIn(['YMF12-20c'], district)));
  return questions;
}
