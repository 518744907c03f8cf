export interface Spoken {
  /** Whose page, or which words that several pages say: `pages/home`, `packages/apply`, `wording`. */
  readonly family: string;
  readonly fixed: ReadonlySet<string>;
  readonly changing: number;
}

/** A page's folder where the file is a page's, else the room it stands in. @param file under `src`, with slashes */
export function familyOf(file: string): string {
  const [room = '', name = ''] = file.split('/');
  return room === 'pages' || room === 'packages' ? `${room}/${name}` : room.replace(/\.\w+$/, '');
}

/** How much of what may be read aloud has a recording, in all and by family. A sentence that two families say counts in both, and once in all. */
export function coverageLines(spoken: readonly Spoken[], recorded: (sentence: string) => boolean): string[] {
  const families = [...new Set(spoken.map((one) => one.family))].sort();
  const line = (name: string, some: readonly Spoken[]): string => {
    const fixed = [...new Set(some.flatMap((one) => [...one.fixed]))];
    const changing = some.reduce((sum, one) => sum + one.changing, 0);
    const done = fixed.filter(recorded).length;
    const share = fixed.length === 0 ? '' : `（${Math.floor((100 * done) / fixed.length)}%）`;
    return `${name}\t有录音 ${done}／${fixed.length} 句${share}\t带名字和数、录不了的 ${changing} 句`;
  };
  const shown = families.map((family) => ({ family, of: spoken.filter((one) => one.family === family) }));
  return [
    ...shown.filter(({ of }) => of.some((one) => one.fixed.size + one.changing > 0)).map(({ family, of }) => line(family, of)),
    line('合计', spoken),
  ];
}
