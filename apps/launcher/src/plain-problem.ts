import { LocalPostgresProblem } from '@assist/local-postgres';

/** What stops a start, as one sentence for a person in Chinese and the same in English, each with what to do. */
export class PlainProblem extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n  ${english}`);
    this.name = 'PlainProblem';
  }
}

/** A known problem as its sentences; anything unknown with where it happened, for it is a defect of ours. */
export function sayProblem(problem: unknown): string {
  if (problem instanceof PlainProblem || problem instanceof LocalPostgresProblem)
    return `\n✗ ${problem.message.replace('\n', '\n  ').replace('\n    ', '\n  ')}`;
  if ((problem as NodeJS.ErrnoException)?.code === 'ENOSPC') {
    return '\n✗ 磁盘空间不足：请清理磁盘后再运行，已有数据不受影响。\n  The disk is full: free some space, then run this again. Nothing stored is lost.';
  }
  return `\n✗ ${problem instanceof Error ? problem.stack : String(problem)}`;
}
