export { BackupProblem } from './backup/manifest.ts';
export { type Restored, restoreBackup } from './backup/restore.ts';
export { type BackupOptions, type BackupTaken, carryBeside, carryWal, takeBackup } from './backup/take.ts';
export { LocalPostgresProblem, type LocalPostgresProblemCode } from './problem.ts';
export { type LocalPostgres, type LocalPostgresOptions, startPostgres } from './start.ts';
