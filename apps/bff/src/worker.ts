// Process: what is done later. Any number of them may run.
import { parseConfig } from './config.ts';
import { runProcess } from './run-process.ts';
import { startWorker } from './start-worker.ts';

await runProcess('worker', async () => {
  const worker = await startWorker({ config: parseConfig(process.env) });
  return { ready: { ...(worker.metricsUrl && { metrics: worker.metricsUrl }) }, close: worker.close };
});
