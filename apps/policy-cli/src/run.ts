import { assessCommand } from './assess.ts';
import { changeCommand } from './change.ts';
import { clockCommand } from './clock.ts';
import type { Answer, Command, Surroundings } from './command.ts';
import { refused } from './command.ts';
import { coverageCommand } from './coverage.ts';
import { explainCommand } from './explain.ts';
import { schemaCommand } from './schema.ts';
import { simulateCommand } from './simulate.ts';
import { whereCommand } from './where.ts';
import { wordsOf } from './words.ts';

/** Each command with the flags it knows beside `--json`. */
const COMMANDS: Readonly<Record<string, readonly [Command, ...string[]]>> = {
  assess: [assessCommand, 'on', 'all'],
  change: [changeCommand, 'on'],
  clock: [clockCommand, 'district', 'sent', 'accepted', 'extension', 'benefit'],
  where: [whereCommand],
  explain: [explainCommand],
  schema: [schemaCommand],
  coverage: [coverageCommand],
  simulate: [simulateCommand, 'standard', 'from', 'on'],
};

export const HELP = `用法：npm run policy -- 命令 …（都可以加 --json）

  assess 文件 [--on 日子] [--all]      所有救助一次看完；文件是一户人家的 JSON，格式见 schema
  change 文件 [--on 日子]              家里的变化可能带来什么；文件里有 household、event、answers、award
  clock --district 区县 --sent 日子 [--accepted 日子] [--extension 理由] [--benefit subsistence|rigid-expenditure|destitute]
  where 文件                           向哪里申请
  explain 编号                         条款、规则或数：说什么、在哪里用
  schema                               输入文件的 JSON Schema
  coverage                             条款有没有测试守着
  simulate 文件 --standard urban=800,rural=660 [--from 日子] [--on 日子]   换一个标准，谁多谁少谁掉进空当；文件一行一户

文件名写 - 表示从标准输入读。输入有问题时逐条说出位置，退出码是 2。
`;
const ALONE = ['json', 'all', 'help'];

/** Runs one command line. Never throws for what was given: that is an answer with exit code 2. */
export async function run(argv: readonly string[], outside: Pick<Surroundings, 'read' | 'today'>): Promise<Answer> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help') return { exitCode: 0, text: HELP };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return { exitCode: 2, text: `没有这个命令。\n\n${HELP}` };
  const [answer, ...flags] = command;
  const words = wordsOf(rest, ALONE);
  if (words.flags.help === true) return { exitCode: 0, text: HELP };
  const strange = Object.keys(words.flags).filter((flag) => flag !== 'json' && !flags.includes(flag));
  if (strange.length > 0)
    return refused(
      strange.map((flag) => ({ path: `--${flag}`, problem: '没有这个选项' })),
      words.flags.json === true,
    );
  return answer({ ...words, ...outside });
}
