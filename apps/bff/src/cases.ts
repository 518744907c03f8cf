// Command: a district's register in, or an invented one out. `npm run cases -- import FILE [--yes]`, `npm run cases -- sample --households N --seed S FILE`.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type ImportView, isCivilDate, problemSentence } from '@assist/contracts';
import { dayInShanghai } from './clock.ts';
import { compose } from './compose.ts';
import { ConfigError, parseConfig } from './config.ts';
import { sampleRegister } from './reference/sample-register.ts';
import { sampleAlerts, sampleChecks } from './reference/sample-sources.ts';
import { ServiceProblem } from './services/problem.ts';
import { checkImport } from './services/register/check-import.ts';
import { confirmImport } from './services/register/confirm-import.ts';
import { finishImport, finishLeftImports } from './services/register/finish-imports.ts';

const USAGE = `用法
  npm run cases -- import 文件 [--yes]                  送一份在册名单（CSV）：先看会变什么，--yes 或回答 y 才写
  npm run cases -- sample [--households 2000] [--seed 1] [--day 2026-11-22] 文件   编一份名单，里面的人都不存在
  npm run cases -- sources [--day 2026-11-22] 文件夹     编别的单位会送来的预警、会答的核对，人都不存在；已有的不动
`;

class UsageError extends Error {}
const say = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { yes: { type: 'boolean' }, households: { type: 'string' }, seed: { type: 'string' }, day: { type: 'string' } },
  });
  const [command, file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError();
  if (command === 'sample') sample(file, values);
  else if (command === 'sources') sources(file, values);
  else if (command === 'import') process.exitCode = await importFile(file, values.yes === true);
  else throw new UsageError();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${plain(error)}\n`);
}

function plain(error: unknown): string {
  if (error instanceof ServiceProblem) {
    const fields = (error.fields ?? []).map(({ path: column, sentence }) =>
      column === 'file' ? `  ${sentence}` : `  ${column}：${sentence}`,
    );
    return [problemSentence(error.code), ...fields].join('\n');
  }
  if (error instanceof ConfigError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')) return USAGE;
  if (code === 'ENOENT') return '没有这个文件';
  return `没有做成：${error instanceof Error ? error.message : String(error)}`;
}

function sample(
  file: string,
  { households = '2000', seed = '1', day = dayInShanghai(Date.now()) }: Record<string, string | boolean | undefined>,
): void {
  const [many, start] = [Number(households), Number(seed)];
  if (!Number.isInteger(many) || many < 1 || !Number.isInteger(start) || !isCivilDate(String(day))) throw new UsageError();
  writeFileSync(file, sampleRegister({ households: many, seed: start, day: String(day) as ReturnType<typeof dayInShanghai> }));
  say(`编好了 ${many} 户：${file}`);
}

/** What is there stays: of alerts lines are only added. */
function sources(folder: string, { day = dayInShanghai(Date.now()) }: Record<string, string | boolean | undefined>): void {
  if (!isCivilDate(String(day))) throw new UsageError();
  const on = String(day) as ReturnType<typeof dayInShanghai>;
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    if (!existsSync(file)) writeFileSync(file, text);
  };
  write('alerts.jsonl', sampleAlerts(on));
  write('cross-checks.jsonl', sampleChecks(on));
  say(`样例预警和核对在 ${folder}`);
}

/** @returns exit code: 0 written or nothing to write, 2 looked at only */
async function importFile(file: string, yes: boolean): Promise<number> {
  const bytes = readFileSync(file);
  const { context, connection } = compose(parseConfig(process.env), 'assist-cases', () => '', { clock: Date.now, actor: 'import' });
  try {
    await context.keys.load();
    const left = await finishLeftImports(context);
    if (left > 0) say(`上次没写完的 ${left} 份，先写完了`);
    const who = { operator: userInfo().username };
    const { view } = await checkImport(context, who, { importId: randomUUID(), fileName: path.basename(file), bytes });
    show(view);
    const total = view.would.add + view.would.change;
    if (total === 0) return 0;
    if (!yes && !(await agreed())) {
      say('什么也没有写');
      return 2;
    }
    await confirmImport(context, who, view.importId);
    await finishImport(context, view.importId, (done) => say(`写了 ${done} / ${total} 户`));
    return 0;
  } finally {
    await connection.close();
  }
}

function show({ encoding, rows, would, problems, problemCount, changes }: ImportView): void {
  say(
    `${rows} 行（${encoding}）：新增 ${would.add} 户，改 ${would.change} 户，一样 ${would.same} 户；档上有、名单里没有的 ${would.missing} 户（不动）`,
  );
  for (const { registerNumber, sentence } of changes.slice(0, 20)) say(`  ${registerNumber}  ${sentence}`);
  if (problemCount === 0) return;
  say(`有 ${problemCount} 处要再看一下，那几户没有算进去：`);
  for (const { row, column, sentence } of problems) say(`  第 ${row} 行${column ? `“${column}”` : ''}：${sentence}`);
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question('写进去吗？(y/N) ');
  lines.close();
  return answer.trim().toLowerCase() === 'y';
}
