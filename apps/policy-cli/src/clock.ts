import type { CivilDate, DivisionCode } from '@assist/policy';
import { dateText, isCivilDate } from '@assist/policy';
import type { ClocksQuestion, Problem } from '@assist/policy-chongqing';
import { clocksFor, EXTENSION_REASONS, isDistrict } from '@assist/policy-chongqing';
import { chineseCalendar } from '@assist/working-days';
import type { Command, Surroundings } from './command.ts';
import { printed, refused } from './command.ts';

const BENEFITS: readonly string[] = ['subsistence', 'rigid-expenditure', 'destitute'] satisfies NonNullable<ClocksQuestion['benefit']>[];

/** `policy clock --district 500107 --sent DAY [--accepted DAY] [--extension REASON] [--benefit subsistence|rigid-expenditure|destitute] [--json]`. */
export const clockCommand: Command = (around) => {
  const json = around.flags.json === true;
  const problems = problemsOf(around);
  if (problems.length > 0) return refused(problems, json);
  const { district, sent, accepted, extension, benefit } = around.flags as Readonly<Record<string, string | undefined>>;
  const clocks = clocksFor(
    {
      district: district as DivisionCode,
      sentOn: sent as CivilDate,
      ...(accepted === undefined ? {} : { acceptedOn: accepted as CivilDate }),
      ...(extension === undefined ? {} : { extension: { reason: extension as keyof typeof EXTENSION_REASONS } }),
      ...(benefit === undefined ? {} : { benefit: benefit as NonNullable<ClocksQuestion['benefit']> }),
    },
    chineseCalendar(),
  );
  const lines = Object.values(clocks).map(
    (clock) => `${clock.title}：最迟 ${dateText(clock.by)}${clock.provisional ? '（暂定）' : ''}  [${clock.clauses.join(' ')}]`,
  );
  return printed(json, clocks, lines.join('\n'));
};

function problemsOf({ flags }: Surroundings): Problem[] {
  const problems: Problem[] = [];
  if (!isDistrict(flags.district)) problems.push({ path: 'district', problem: '不认识的区县代码（要6位，如 500107）' });
  if (!isCivilDate(flags.sent)) problems.push({ path: 'sent', problem: '要一个真实的日子（年-月-日）' });
  if (flags.accepted !== undefined && !isCivilDate(flags.accepted))
    problems.push({ path: 'accepted', problem: '要一个真实的日子（年-月-日）' });
  if (typeof flags.accepted === 'string' && typeof flags.sent === 'string' && flags.accepted < flags.sent) {
    problems.push({ path: 'accepted', problem: '受理不会早于提交' });
  }
  if (flags.extension !== undefined && !Object.hasOwn(EXTENSION_REASONS, String(flags.extension))) {
    problems.push({ path: 'extension', problem: `要是这些中的一个：${Object.keys(EXTENSION_REASONS).join('、')}` });
  }
  if (flags.benefit !== undefined && !BENEFITS.includes(flags.benefit as string))
    problems.push({ path: 'benefit', problem: `要是这些中的一个：${BENEFITS.join('、')}` });
  if (flags.benefit === 'destitute' && flags.extension !== undefined)
    problems.push({ path: 'extension', problem: '特困的期限没有文件写可以延长' });
  return problems;
}
