import { ConfigError } from './config.ts';
import { errorLines, logToStdout } from './log.ts';

/** Runs a process until SIGTERM or SIGINT, and says in one line why it could not start. */
export async function runProcess(
  name: string,
  start: () => Promise<{ readonly ready: Record<string, string>; close(): Promise<void> }>,
): Promise<void> {
  try {
    const running = await start();
    logToStdout('info', { message: 'ready', process: name, ...running.ready });
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      logToStdout('info', { message: 'stopping', process: name });
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    if (error instanceof ConfigError) logToStdout('error', { message: 'configuration', process: name, problems: error.problems });
    else logToStdout('error', { message: 'could not start', process: name, ...errorLines(error) });
    process.exit(1);
  }
}
