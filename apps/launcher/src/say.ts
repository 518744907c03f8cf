/** Lines for the person who waits. A closed terminal must not end us: the stop that follows is ours to do in order. */
export function say(line = ''): void {
  console.log(line);
}

process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/** Tells that something began, and how long it took when it is done; every ten seconds meanwhile that it still goes on. */
export async function step<T>(chinese: string, english: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const stillThere = setInterval(() => say(`  … ${chinese} · ${english}  ${seconds()}`), 10_000);
  try {
    const value = await work();
    say(`✓ ${chinese} · ${english}  ${seconds()}`);
    return value;
  } finally {
    clearInterval(stillThere);
  }
}
