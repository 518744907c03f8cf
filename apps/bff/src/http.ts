// Process: answers the mini-program (BFF_PORT) and the desk (BFF_STAFF_PORT).
import { parseConfig } from './config.ts';
import { runProcess } from './run-process.ts';
import { startBff } from './start-bff.ts';

await runProcess('http', async () => {
  const bff = await startBff({ config: parseConfig(process.env) });
  return {
    ready: { resident: bff.residentUrl, staff: bff.staffUrl, ...(bff.metricsUrl && { metrics: bff.metricsUrl }) },
    close: bff.close,
  };
});
