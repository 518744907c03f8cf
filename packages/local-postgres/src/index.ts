export { BackupProblem } from './backup/manifest.ts';
export { type Pruned, pruneBackups } from './backup/prune.ts';
export { type Restored, restoreBackup } from './backup/restore.ts';
export { type BackupOptions, type BackupTaken, carryBeside, carryWal, takeBackup } from './backup/take.ts';
export { LocalPostgresProblem, type LocalPostgresProblemCode } from './problem.ts';
export { makeReplica, type ReplicaOptions } from './replica.ts';
export { type LocalPostgres, type LocalPostgresOptions, startPostgres } from './start.ts';
