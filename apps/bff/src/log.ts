/** One line of the log. Names of things and numbers; nothing about a person, no query, no token. */
export type LogLine = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>> & { readonly message: string };
export type Log = (level: 'info' | 'warn' | 'error', line: LogLine) => void;

/** JSON lines on stdout. */
export const logToStdout: Log = (level, line) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, ...line })}\n`);
};

const MOST_CAUSES = 5;

/**
 * What of an error may be written down: names, codes, where in the code. Messages of Postgres and drizzle carry values of rows
 * and parameters, so theirs stay out.
 */
export function errorLines(error: unknown): { readonly error: readonly string[]; readonly stack: readonly string[] } {
  const names: string[] = [];
  let stack: readonly string[] = [];
  let current: unknown = error;
  for (let i = 0; i < MOST_CAUSES && current instanceof Error; i++) {
    const code = (current as { code?: unknown }).code;
    const carriesValues = 'query' in current || 'params' in current || current.name === 'PostgresError' || current instanceof SyntaxError;
    names.push([current.name, typeof code === 'string' ? code : '', carriesValues ? '' : current.message].filter(Boolean).join(' '));
    const lines = (current.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    if (lines.length > 0) stack = lines.slice(0, 12).map((line) => line.trim());
    current = current.cause;
  }
  return { error: names.length > 0 ? names : ['not an Error'], stack };
}
