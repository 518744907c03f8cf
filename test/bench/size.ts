/**
 * How much of something a benchmark takes: what the environment says; else as much as its goal speaks of where it was asked for by its name,
 * and less where all of them run in one go.
 */
export const size = (variable: string, named: number, inOneGo: number): number =>
  Number(process.env[variable] ?? (process.argv.length > 2 ? named : inOneGo));
