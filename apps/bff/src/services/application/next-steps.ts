import type { CitedSentence } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { CLOCK_RULES, clocksFor, type WorkingCalendar } from '@assist/policy-chongqing';
import { cited } from '../clause/citations.ts';

/** What happens after sending, in order, with the length of the clocks as they are on that day in that district. */
export function nextSteps(sentOn: CivilDate, district: DivisionCode, calendar: WorkingCalendar): CitedSentence[] {
  const { firstReplyBy, surveyStartBy, decisionBy } = clocksFor({ sentOn, acceptedOn: sentOn, district }, calendar);
  const steps: CitedSentence[] = [
    cited(`${firstReplyBy.period.value} 个工作日内，镇上给您回话：收下，或请您补几样`, [], firstReplyBy.assumption),
  ];
  if (decisionBy)
    steps.push(cited(`镇上收下（受理）那天起，${decisionBy.period.value} 个工作日内有结果`, decisionBy.clauses, decisionBy.assumption));
  if (surveyStartBy) steps.push(cited(`收下后 ${surveyStartBy.period.value} 个工作日内，开始核实`, surveyStartBy.clauses));
  return [
    ...steps,
    cited('来两个人，到家里看看', ['MCA57-16']),
    cited(`在社区张榜 ${CLOCK_RULES.notice.period.value} 天（公示）`, CLOCK_RULES.notice.clauses),
    cited('定下来以后，书面告诉您', ['SAL2026-45', 'MCA57-21']),
  ];
}
