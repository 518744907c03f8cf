/** Splits what stands after the command into words and `--flags` (`--on 2026-11-22`, `--on=2026-11-22`, `--json`). */
export function wordsOf(argv: readonly string[], alone: readonly string[]): { args: string[]; flags: Record<string, string | true> } {
  const args: string[] = [];
  const flags: Record<string, string | true> = {};
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    if (!word.startsWith('--')) {
      args.push(word);
      continue;
    }
    const [name, value] = word.slice(2).split(/=(.*)/s, 2) as [string, string | undefined];
    const next = argv[at + 1];
    if (value !== undefined) flags[name] = value;
    else if (alone.includes(name) || next === undefined || next.startsWith('--')) flags[name] = true;
    else {
      flags[name] = next;
      at += 1;
    }
  }
  return { args, flags };
}
