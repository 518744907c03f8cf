export type { Clock } from './clock.ts';
export { type Config, ConfigError, parseConfig } from './config.ts';
export { generateKeys } from './crypto/generated-keys.ts';
export type { Log } from './log.ts';
export { type MigrateOptions, migrate } from './migrate.ts';
export { personalDataIn } from './personal-data.ts';
export { SAMPLE_CLERKS, type SampleClerk } from './reference/sample-clerks.ts';
export { type Bff, type BffOptions, startBff } from './start-bff.ts';
export { startWorker, type Worker } from './start-worker.ts';
