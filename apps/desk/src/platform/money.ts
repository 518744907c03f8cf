/** `1,980 元` of integer fen; the fen are shown only where there are any. */
export function yuan(fen: number): string {
  const [whole, rest] = [Math.floor(fen / 100), fen % 100];
  return `${whole.toLocaleString('en-US')}${rest ? `.${String(rest).padStart(2, '0')}` : ''} 元`;
}

/** Fen of what a clerk typed in yuan, by digits and never by floating point; nothing where it is no sum. */
export function fenOf(typed: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(/[,，\s]/g, ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}
