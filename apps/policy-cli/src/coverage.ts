import { coverage } from '@assist/policy-chongqing/coverage';
import type { Command } from './command.ts';
import { printed } from './command.ts';

/** `policy coverage [--json]`: how many clauses have a test that fails when they are broken. */
export const coverageCommand: Command = (around) => {
  const rows = coverage().map(({ clause, state, proof }) => ({
    id: clause.id,
    class: clause.class,
    state,
    home: clause.home,
    where: clause.where,
    proof: proof ?? null,
  }));
  const asked = rows.filter((row) => row.state !== 'organisational');
  const covered = asked.filter((row) => row.state === 'covered').length;
  const open = asked.filter((row) => row.state === 'planned').map((row) => `  还没有：${row.id}（${row.where}）`);
  const text = [`条款 ${rows.length} 条；程序能做的 ${asked.length} 条，已有测试守着 ${covered} 条。`, ...open].join('\n');
  return printed(around.flags.json === true, { total: rows.length, actionable: asked.length, covered, clauses: rows }, text);
};
