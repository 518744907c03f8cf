import { parentPort, workerData } from 'node:worker_threads';
import type { Task } from './simulate-lines.ts';
import { tallyLines } from './simulate-lines.ts';

// A file that cannot be read is an answer, not an accident: the command says it in words.
try {
  parentPort?.postMessage(tallyLines(workerData as Task));
} catch {
  parentPort?.postMessage(undefined);
}
