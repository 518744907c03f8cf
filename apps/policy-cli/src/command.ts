/** What a command answers: what to print, and how to leave. 0 in order, 2 the input is not in order. */
export interface Answer {
  readonly exitCode: 0 | 2;
  readonly text: string;
}

/** Everything a command may touch: its words, one file at a time, today's day. Tests give their own. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | true>>;
  read(path: string): string;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string;
}

export type Command = (around: Surroundings) => Answer | Promise<Answer>;

/** Input that is not in order: every problem with the path of its field. */
export function refused(problems: readonly { readonly path: string; readonly problem: string }[], json: boolean): Answer {
  if (json) return { exitCode: 2, text: `${JSON.stringify({ problems }, null, 2)}\n` };
  const lines = problems.map(({ path, problem }) => `  ${path === '' ? '（整个文件）' : path}：${problem}`);
  return { exitCode: 2, text: `有 ${problems.length} 处要改：\n${lines.join('\n')}\n` };
}

export function printed(json: boolean, data: unknown, text: string): Answer {
  return { exitCode: 0, text: json ? `${JSON.stringify(data, null, 2)}\n` : text.endsWith('\n') ? text : `${text}\n` };
}
