import { type ChangeCase, type FindingView, type KnownHere, wordsOf } from '@assist/contracts';
import { type Fen, yuanText } from '@assist/policy';
import { explainReceipt, type Position } from '@assist/policy-chongqing';
import { findingView } from '../application/finding-view.ts';
import type { StoredBeside } from './beside.ts';

type Beside = NonNullable<ChangeCase['beside']>;
type Differs = Beside['differs'][number];

const VERDICTS: Readonly<Record<KnownHere<FindingView['verdict']>, string>> = {
  met: '符合',
  'not-met': '不符合',
  unknown: '还差几问',
  'for-officer': '要人看',
};

/** Both assessments in words, side by side, and one line for each thing that differs. No rule is run to show it. */
export function besideView(stored: StoredBeside, names: ReadonlyMap<string, string>): Beside {
  const [before, after] = [explainReceipt(stored.before).map(findingView), explainReceipt(stored.after).map(findingView)];
  return {
    assessedOn: stored.on,
    packageVersion: stored.after.packageVersion,
    before,
    after,
    differs: [...positionsDiffer(stored.stood, stored.stands), ...verdictsDiffer(before, after, names)],
  };
}

function positionsDiffer(stood: Position, stands: Position): Differs[] {
  const lines: readonly (readonly [string, (one: Known) => string])[] = [
    ['算几口人', (one) => `${one.people} 人`],
    ['每人每月', (one) => yuanText(one.perCapita)],
    ['按差额估算，每月', (one) => yuanText(one.amount as Fen)],
  ];
  return lines.flatMap(([title, text]) => {
    const [before, after] = [textOf(stood, text), textOf(stands, text)];
    return before === after ? [] : [{ title, before, after }];
  });
}

type Known = Extract<Position, { state: 'known' }>;
function textOf(position: Position, text: (one: Known) => string): string {
  if (position.state === 'known') return text(position);
  return position.state === 'nobody' ? '没有人了' : '还差几问';
}

function verdictsDiffer(before: readonly FindingView[], after: readonly FindingView[], names: ReadonlyMap<string, string>): Differs[] {
  const was = new Map(flat(before).map((one) => [keyOf(one), one]));
  const is = new Map(flat(after).map((one) => [keyOf(one), one]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    if (one?.verdict === other?.verdict) return [];
    const shown = (other ?? one) as FindingView;
    const member = shown.member && names.get(shown.member);
    return [{ title: member ? `${shown.title}（${member}）` : shown.title, before: verdictOf(one), after: verdictOf(other) }];
  });
}

const keyOf = (one: FindingView): string => `${one.rule}/${one.member ?? ''}`;
const verdictOf = (one: FindingView | undefined): string => (one ? wordsOf(VERDICTS, one.verdict, '没有') : '没有');

/** A finding below one of a member is of that member too. */
const flat = (findings: readonly FindingView[], member?: string): FindingView[] =>
  findings.flatMap((one) => {
    const about = one.member ?? member;
    return [about === undefined ? one : { ...one, member: about }, ...flat(one.children, about)];
  });
