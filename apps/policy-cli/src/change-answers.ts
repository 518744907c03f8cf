import type { CivilDate } from '@assist/policy';
import { isCivilDate } from '@assist/policy';
import type { Problem } from '@assist/policy-chongqing';
import { validateHousehold } from '@assist/policy-chongqing';
import { isRecord } from './input.ts';

type Fields = Readonly<Record<string, unknown>>;

const FIELDS = ['happenedOn', 'member', 'joins', 'income', 'workCosts', 'changes', 'assets', 'spending'];
const CHANGEABLE = ['disability', 'illness', 'schooling', 'work', 'livesTogether', 'bedriddenMonths'];

/**
 * What is wrong with the form of a change's answers, by path; empty where `changeProblems` may look at what they say. Each part is put
 * where it would stand in a household and read by the same checks.
 */
export function formProblems(answers: unknown, on: CivilDate): readonly Problem[] {
  if (!isRecord(answers)) return [{ path: 'answers', problem: '要一组字段' }];
  const { happenedOn, member, joins, income, workCosts, changes, assets, spending } = answers;
  const told = isRecord(changes) ? changes : {};
  return [
    ...unknownFields(answers, FIELDS, 'answers'),
    ...unknownFields(told, CHANGEABLE, 'answers/changes'),
    ...(happenedOn === undefined || isCivilDate(happenedOn) ? [] : [wrong('happenedOn', '要一个真实的日子（年-月-日）')]),
    ...(member === undefined || typeof member === 'string' ? [] : [wrong('member', '要一小段文字')]),
    ...(changes === undefined || isRecord(changes) ? [] : [wrong('changes', '要一组字段')]),
    ...(joins === undefined ? [] : within({ members: [joins] }, 'members/0', 'joins', on)),
    ...within({ members: [{ ...SOMEONE, ...present({ income, workCosts }) }] }, 'members/0/', '', on),
    ...within({ members: [{ ...SOMEONE, ...only(told, CHANGEABLE) }] }, 'members/0/', 'changes/', on),
    ...(assets === undefined ? [] : within({ members: [SOMEONE], assets }, 'assets', 'assets', on)),
    ...(spending === undefined ? [] : within({ members: [SOMEONE], spending: [aboutSomeone(spending)] }, 'spending/0', 'spending', on)),
  ];
}

const SOMEONE = { id: 'm1', relation: 'self' };

function wrong(path: string, problem: string): Problem {
  return { path: `answers/${path}`, problem };
}

/** The problems of a household under `from`, told under `answers/` and `to`. */
function within(household: Fields, from: string, to: string, on: CivilDate): Problem[] {
  return validateHousehold({ district: '500107', ...household }, on)
    .filter((one) => one.path.startsWith(from))
    .map((one) => wrong(`${to}${one.path.slice(from.length)}`, one.problem));
}

/** Whose spending it is stands in the household, which is not looked at here. */
function aboutSomeone(spending: unknown): unknown {
  return isRecord(spending) && typeof spending.member === 'string' ? { ...spending, member: SOMEONE.id } : spending;
}

function unknownFields(fields: Fields, known: readonly string[], path: string): Problem[] {
  return Object.keys(fields).flatMap((name) => (known.includes(name) ? [] : [{ path: `${path}/${name}`, problem: '没有这个字段' }]));
}

function only(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
