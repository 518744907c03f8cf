import type { Node } from '@assist/policy';
import { ageOn, forOfficer, inForce, met, notMet, rule, unknown } from '@assist/policy';
import type { Household, Member } from '../../household.ts';
import { ADULT_AGE } from '../../values/multiples.ts';
import { SINGLE_FAMILY_MULTIPLE } from '../../values/single-application.ts';
import { incomeBelow } from '../household/compare.ts';
import { member, missingOf } from '../household/facts.ts';
import { HOUSEHOLD_INCOME } from '../household/household-income.ts';
import { STANDARD } from '../household/line.ts';
import { ID, value } from './forms.ts';

/** The family within three times the standard (F1-14): "within" takes the line itself in. */
export const withinThreeTimes: Node<Household> = rule({
  id: `${ID}/supported-at-home/income`,
  title: '家里收入在低保线的3倍以内',
  clauses: ['F1-14', 'F3-14'],
  needs: { income: HOUSEHOLD_INCOME, standard: STANDARD, multiple: inForce<Household, number>(SINGLE_FAMILY_MULTIPLE) },
  leftToOfficer: '亲属关系说不准、开销扣多少，由工作人员看。',
  sentences: {
    met: '您家每人每月约 {perCapita}，在低保线3倍 {line}以内。',
    'not-met': '您家每人每月约 {perCapita}，比低保线3倍 {line}高。',
    'not-met/already': '已经填的收入摊到每个人，就比低保线3倍 {line}高了。',
    unknown: '还差几个收入的问题。',
    'for-officer/uncertain': '您家每人每月约 {perCapita}，比目前查到的低保线3倍 {line}高，标准还要工作人员核实。',
    'for-officer': '您家收入和低保线3倍差不多，由工作人员看。',
  },
  decide: ({ income, standard, multiple }) => {
    if (standard === undefined || multiple === undefined) return forOfficer({ reason: 'no-standard' });
    const times = 12 * multiple.value;
    const outcome = incomeBelow(income, {
      low: standard.low.value * times,
      high: standard.high.value * times,
      missing: standard.open ? ['area'] : [],
      based: [standard.low, standard.high, multiple],
    });
    return outcome.reason === 'at-line' ? met({ numbers: outcome.numbers ?? {}, based: outcome.based ?? [] }) : outcome;
  },
});

/** Grown up, and disabled without working ability, or bedridden for long with a serious illness; kept by parents or siblings. */
export const adultUnable: Node<Household> = rule({
  id: `${ID}/supported-at-home/person`,
  title: '成年、靠父母或兄弟姐妹供养、丧失劳动能力或长期卧床',
  clauses: ['F1-14', 'CQR2016-11'],
  needs: { person: member('id', 'birthDate', 'disability', 'illness', 'bedriddenMonths', 'work'), adult: value(ADULT_AGE) },
  leftToOfficer: '是不是丧失劳动能力、卧床多久算长期、是不是靠父母兄弟姐妹供养，由工作人员看。',
  sentences: {
    'not-met': '不是这种情况。',
    unknown: '还要问年龄和身体情况。',
    'for-officer': '可能可以和父母、兄弟姐妹分开申请，由工作人员看。',
  },
  decide: ({ person, adult }, on) => {
    if (adult === undefined) return forOfficer();
    const based = [adult];
    if (person.birthDate !== undefined && ageOn(person.birthDate, on) < adult.value) return notMet({ based });
    const disabled = disabledUnable(person);
    const bedridden = illBedridden(person);
    if (disabled === 'no' && bedridden === 'no') return notMet({ based });
    const missing = [
      ...(person.birthDate === undefined ? ['birthDate' as const] : []),
      ...(disabled === 'yes' || bedridden === 'yes' ? [] : openOf(person)),
    ].map((field) => missingOf(person.id, field));
    return missing.length > 0 ? unknown(missing, { based }) : forOfficer({ based });
  },
});

type Facts = Pick<Member, 'disability' | 'illness' | 'bedriddenMonths' | 'work'>;
type Answer = 'yes' | 'no' | 'ask';

function both(first: boolean | undefined, second: boolean | undefined): Answer {
  if (first === false || second === false) return 'no';
  return first === undefined || second === undefined ? 'ask' : 'yes';
}

function disabledUnable(person: Facts): Answer {
  const disabled = person.disability === undefined ? undefined : person.disability !== false;
  return both(disabled, person.work === undefined ? undefined : person.work === 'cannot-work');
}

function illBedridden(person: Facts): Answer {
  const ill =
    person.illness === undefined ? undefined : person.illness === 'serious-recognised' || person.illness === 'serious-not-recognised';
  return both(ill, person.bedriddenMonths === undefined ? undefined : person.bedriddenMonths > 0);
}

function openOf(person: Facts): (keyof Facts)[] {
  return (['disability', 'illness', 'bedriddenMonths', 'work'] as const).filter((field) => person[field] === undefined);
}
