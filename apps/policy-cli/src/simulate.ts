import type { Stats } from 'node:fs';
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Fen } from '@assist/policy';
import { fen, isCivilDate, yuanText } from '@assist/policy';
import type { Problem } from '@assist/policy-chongqing';
import type { Command, Surroundings } from './command.ts';
import { printed, refused } from './command.ts';
import type { Stretch } from './lines-of.ts';
import type { Proposal, Task } from './simulate-lines.ts';
import type { Tally } from './simulate-tally.ts';
import { inOrder } from './simulate-tally.ts';

/**
 * `policy simulate FILE --standard urban=800,rural=660 [--from DAY] [--on DAY] [--json]`: a new standard over a population, one
 * household as JSON a line. Who gains, who loses, who falls in a gap. Nothing is written, and no figure of it is a standard.
 */
export const simulateCommand: Command = async (around) => {
  const json = around.flags.json === true;
  const asked = proposalOf(around);
  if (!asked.ok) return refused(asked.problems, json);
  const tally = await counted(asked.value);
  if (tally === undefined) return refused([{ path: '', problem: '打不开这个文件' }], json);
  if (tally.invalid > 0) {
    const shown = tally.problems.map(({ line, path, problem }) => ({ path: `第${line}行 ${path}`, problem }));
    const more = tally.invalid - new Set(tally.problems.map((one) => one.line)).size;
    return refused(more > 0 ? [...shown, { path: '', problem: `还有 ${more} 行也要改` }] : shown, json);
  }
  return printed(json, { ...asked.value, ...tally }, textOf(asked.value, tally));
};

type Parsed = { readonly ok: true; readonly value: Proposal } | { readonly ok: false; readonly problems: readonly Problem[] };

function proposalOf({ args, flags, today }: Surroundings): Parsed {
  const problems: Problem[] = [];
  if (args[0] === undefined) problems.push({ path: '', problem: '要写文件名' });
  const on = flags.on ?? today();
  const from = flags.from ?? on;
  if (!isCivilDate(on)) problems.push({ path: 'on', problem: '要一个真实的日子（年-月-日）' });
  if (!isCivilDate(from)) problems.push({ path: 'from', problem: '要一个真实的日子（年-月-日）' });
  else if (isCivilDate(on) && from > on) problems.push({ path: 'from', problem: '新标准起的日子不能晚于要算的那一天' });
  const urban = yuanOf(flags.standard, 'urban');
  const rural = yuanOf(flags.standard, 'rural');
  if (urban === undefined || rural === undefined)
    problems.push({ path: 'standard', problem: '要写成 urban=800,rural=660（元，每人每月）' });
  if (problems.length > 0 || urban === undefined || rural === undefined || !isCivilDate(on) || !isCivilDate(from))
    return { ok: false, problems };
  return { ok: true, value: { file: args[0] as string, on, from, urban, rural } };
}

function yuanOf(standard: string | true | undefined, area: 'urban' | 'rural'): Fen | undefined {
  const found = typeof standard === 'string' ? new RegExp(`(?:^|,)${area}=(\\d{1,6})(?:\\.(\\d{1,2}))?(?:,|$)`).exec(standard) : null;
  return found === null ? undefined : fen(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')));
}

/** Every core takes a stretch of the file. Undefined where it cannot be read. */
async function counted(proposal: Proposal): Promise<Tally | undefined> {
  const stretches = stretchesOf(proposal.file);
  if (stretches === undefined) return undefined;
  const tallies = await Promise.all(stretches.map((stretch) => inWorker({ ...proposal, stretch })));
  const read = tallies.filter((one) => one !== undefined);
  return read.length === tallies.length ? inOrder(read) : undefined;
}

/** Below this many bytes a second worker takes longer to start than it helps. */
const WORTH_A_WORKER = 4 << 20;

function stretchesOf(file: string): readonly Stretch[] | undefined {
  let about: Stats;
  try {
    about = statSync(file);
  } catch {
    return undefined;
  }
  // What is no plain file (a pipe) has no size, and is read by one from its beginning.
  const parts = about.isFile() ? Math.max(1, Math.min(availableParallelism(), Math.ceil(about.size / WORTH_A_WORKER))) : 1;
  const cut = (part: number) => (part === parts ? Number.POSITIVE_INFINITY : Math.floor((about.size * part) / parts));
  return Array.from({ length: parts }, (_, part) => ({ from: cut(part), until: cut(part + 1) }));
}

function inWorker(task: Task): Promise<Tally | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', (tally: Tally | undefined) => resolve(tally));
    worker.once('error', reject);
  });
}

function textOf(task: Proposal, tally: Tally): string {
  const share = (count: number) => (tally.households === 0 ? '' : `（${Math.round((1000 * count) / tally.households) / 10}%）`);
  return [
    `新标准：城市 ${yuanText(task.urban)}，农村 ${yuanText(task.rural)}，每人每月；按 ${task.on} 算。一共 ${tally.households} 户。`,
    `多了的 ${tally.gain} 户${share(tally.gain)}，其中新够得上低保的 ${tally.newlyBelow} 户`,
    `少了的 ${tally.lose} 户${share(tally.lose)}，其中低保够不上了的 ${tally.noLongerBelow} 户`,
    `掉进空当的 ${tally.gap} 户${share(tally.gap)}：原来在低保或边缘里，新标准下都不在，或者正好在线上`,
    `不变的 ${tally.same} 户，说不清的 ${tally.open} 户`,
    `每月合计：原来 ${yuanText(fen(tally.amountBefore))}，新标准 ${yuanText(fen(tally.amountAfter))}`,
    '只按收入估算，没有看财产和消费；不是决定。',
  ].join('\n');
}
