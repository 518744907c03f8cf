import type { ExplainedFinding } from '@assist/policy';
import { dateText } from '@assist/policy';
import { assess, BENEFITS, DISTRICT_NAMES, explainNotices, explainReceipt, outlookText, questionFor } from '@assist/policy-chongqing';
import type { Command } from './command.ts';
import { printed, refused } from './command.ts';
import { readHousehold } from './input.ts';

/** `policy assess FILE [--on DAY] [--all] [--json]`: every benefit at once. JSON prints the receipt and its words. */
export const assessCommand: Command = (around) => {
  const json = around.flags.json === true;
  const read = readHousehold(around, around.args[0]);
  if (!read.ok) return refused(read.problems, json);
  const receipt = assess(read.value.household, read.value.on);
  const explained = explainReceipt(receipt);
  const head = `${DISTRICT_NAMES[receipt.district]}，${dateText(receipt.assessedOn)}，规则版本 ${receipt.packageVersion}`;
  const notices = explainNotices(receipt);
  const noticeLines = notices.map((one) => `注意：${one.sentence}  [${one.clauses.map((clause) => clause.id).join(' ')}]`);
  const shown = around.flags.all === true ? explained : explained.filter((one) => isWorthSaying(one));
  const hidden = explained.length - shown.length;
  const rest = hidden > 0 ? [`另有 ${hidden} 样目前用不上，加 --all 看全部。`] : [];
  const text = [head, ...noticeLines, '', ...shown.map((one) => benefitText(one)), ...rest].join('\n');
  return printed(json, { receipt, explained, notices }, text);
};

const GROUP = new Map(BENEFITS.map((one) => [one.id, one.group]));

/** The cascade is always told; of what others decide, only what may be of use. */
function isWorthSaying(finding: ExplainedFinding): boolean {
  return GROUP.get(finding.rule) === 'cascade' || finding.verdict !== 'not-met';
}

function benefitText(finding: ExplainedFinding): string {
  return [
    `【${outlookText(finding.verdict)}】${finding.title}`,
    `  ${finding.sentence}`,
    ...finding.children.map((child) => limbText(child, 2)),
    '',
  ].join('\n');
}

const MARKS = { met: '✓', 'not-met': '○', unknown: '？', 'for-officer': '人' } as const;

function limbText(finding: ExplainedFinding, depth: number): string {
  const who = finding.member === undefined ? '' : `（${finding.member}）`;
  const asked = finding.children.length > 0 ? [] : finding.missing.map((id) => questionText(id));
  const cited = finding.clauses.map((clause) => clause.id).join(' ');
  const line = `${'  '.repeat(depth)}${MARKS[finding.verdict]} ${finding.title}${who}：${finding.sentence}${asked.length > 0 ? ` 要问：${asked.join('、')}` : ''}${cited === '' ? '' : `  [${cited}]`}`;
  return [line, ...finding.children.map((child) => limbText(child, depth + 1))].join('\n');
}

function questionText(id: string): string {
  const question = questionFor(id);
  if (question === undefined) return id;
  const whose = question.member ?? question.supporter;
  return whose === undefined ? question.title : `${question.title}（${whose}）`;
}
