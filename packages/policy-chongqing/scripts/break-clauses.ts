/**
 * Breaks clauses one after the other, as their proof says, and shows that the named test fails then and passes without.
 *
 *   node scripts/break-clauses.ts [count=20] [seed=any] | all | CLAUSE…
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROOFS } from '../src/clauses/proofs/coverage.ts';
import type { Proof } from '../src/clauses/proofs/proof.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'break-'));
const result = join(folder, 'result.json');
const wanted = process.argv.slice(2);
const chosen = choose();
const whole = new Map<string, boolean>();
let survived = 0;

for (const proof of chosen) {
  if (!whole.has(proof.file)) whole.set(proof.file, ran(proof.file) === 'passed');
  const sound = whole.get(proof.file);
  const caught = ran(proof.file, proof) === 'failed';
  if (!sound || !caught) survived++;
  console.log(
    `${caught ? '✓ 弄坏就失败' : '✗ 弄坏也没人发现'}${sound ? '' : '（没弄坏时就不通过）'}  ${proof.clauses.join(' ')}  ${proof.title}`,
  );
}
console.log(`${chosen.length - survived} / ${chosen.length}`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = survived === 0 ? 0 : 1;

/** `passed` only where something ran: a title that matches nothing is neither. */
function ran(file: string, proof?: Proof): 'passed' | 'failed' | 'nothing' {
  const args = [
    'run',
    file,
    '--config',
    file.startsWith('apps/') ? 'scripts/break-house.vitest.config.ts' : 'scripts/break.vitest.config.ts',
    '--reporter=json',
    `--outputFile=${result}`,
    ...(proof ? ['-t', escaped(proof.title)] : []),
  ];
  const breaks = proof ? { BREAK_FILE: proof.breaks.file, BREAK_FIND: proof.breaks.find, BREAK_REPLACE: proof.breaks.replace } : {};
  rmSync(result, { force: true });
  spawnSync('vitest', args, { cwd: root, env: { ...process.env, ...breaks }, stdio: 'ignore' });
  const report = JSON.parse(readFileSync(result, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  if (report.numFailedTests + report.numFailedTestSuites > 0) return 'failed';
  return report.numPassedTests > 0 ? 'passed' : 'nothing';
}

function choose(): readonly Proof[] {
  if (wanted[0] === 'all') return PROOFS;
  if (wanted.length > 0 && !/^\d+$/.test(wanted[0] ?? '')) return PROOFS.filter((proof) => proof.clauses.some((id) => wanted.includes(id)));
  const [count = 20, seed = Math.floor(Math.random() * 1e9)] = wanted.map(Number);
  console.log(`种子 ${seed}`);
  let state = seed;
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return [...PROOFS]
    .map((proof) => [chance(), proof] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, proof]) => proof);
}

function escaped(title: string): string {
  return title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
