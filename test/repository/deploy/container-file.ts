/** One line of a container file, with its continued lines; comments are left out. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The stages of a container file, first to last; each begins with its FROM. */
export function stagesOf(text: string): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const line of text.replace(/\\\n/g, ' ').split('\n')) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.+)$/.exec(line.trim()) ?? [];
    if (word === 'FROM') stages.push([]);
    if (word) stages.at(-1)?.push({ word, rest });
  }
  return stages;
}

/** What is copied from the repository, and whereto; not what comes from another stage. */
export const copiesOf = (stage: readonly Instruction[]): { readonly from: readonly string[]; readonly to: string }[] =>
  stage
    .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from='))
    .map(({ rest }) => {
      const parts = rest.split(/\s+/);
      return { from: parts.slice(0, -1), to: parts.at(-1) as string };
    });
